/**
 * When the maker ends standard support, by product and version. Compared with their sources in November 2026: "Lambda
 * runtimes" and endoflife.date's "AWS Lambda"; endoflife.date's "Amazon RDS for MariaDB". Not compared since they were
 * written: EKS, PostgreSQL and MySQL, whose calendars are "Understand the Kubernetes version lifecycle on EKS", "Release
 * calendars for Amazon RDS for PostgreSQL" and "MySQL on Amazon RDS versions".
 */
const CALENDARS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nodejs: {
    "12": "2023-03-31",
    "14": "2023-12-04",
    "16": "2024-06-12",
    "18": "2025-09-01",
    "20": "2026-04-30",
    "22": "2027-04-30",
    "24": "2028-04-30",
  },
  python: {
    "3.7": "2023-12-04",
    "3.8": "2024-10-14",
    "3.9": "2025-12-15",
    "3.10": "2026-10-31",
    "3.11": "2027-06-30",
    "3.12": "2028-10-31",
    "3.13": "2029-06-30",
    "3.14": "2029-06-30",
  },
  java: { "8": "2027-06-30", "11": "2027-06-30", "17": "2027-06-30", "21": "2029-06-30", "25": "2029-06-30" },
  dotnet: { "6": "2024-12-20", "8": "2026-11-10", "9": "2026-11-10", "10": "2028-11-14" },
  dotnetcore: { "2.1": "2022-01-05", "3.1": "2023-04-03" },
  ruby: { "2.7": "2023-12-07", "3.2": "2026-03-31", "3.3": "2027-03-31", "3.4": "2028-03-31" },
  go: { "1": "2024-01-08" },
  "provided.al": { "2": "2026-06-30", "2023": "2029-06-30" },
  kubernetes: {
    "1.27": "2024-07-24",
    "1.28": "2024-11-26",
    "1.29": "2025-03-23",
    "1.30": "2025-07-23",
    "1.31": "2025-11-26",
    "1.32": "2026-03-23",
    "1.33": "2026-07-29",
    "1.34": "2026-12-02",
    "1.35": "2027-03-27",
  },
  postgres: {
    "11": "2024-02-29",
    "12": "2025-02-28",
    "13": "2026-02-28",
    "14": "2027-02-28",
    "15": "2028-02-29",
    "16": "2029-02-28",
  },
  mariadb: { "10.6": "2026-08-31", "10.11": "2028-02-29", "11.4": "2029-05-31", "11.8": "2030-06-30" },
  mysql: { "5.7": "2024-02-29", "8.0": "2026-07-31" },
};

/** ISO date; undefined where no calendar tells one. */
export function endOfLife(product: string, version: string): string | undefined {
  const calendar = Object.hasOwn(CALENDARS, product) ? CALENDARS[product] : undefined;
  return calendar !== undefined && Object.hasOwn(calendar, version) ? calendar[version] : undefined;
}
