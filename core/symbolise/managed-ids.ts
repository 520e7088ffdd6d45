/**
 * Ids that the cloud gives to what it offers to everybody: they are the same in every account, and choose a behaviour.
 * CloudFront's managed policies, as its developer guide lists them: of caches, of requests to the origin, of headers.
 */
const MANAGED_IDS: ReadonlySet<string> = new Set([
  "658327ea-f89d-4fab-a63d-7e88639e58f6",
  "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
  "08627262-05a9-4f76-9ded-b50ca2e3a84f",
  "2e54312d-136d-493c-8eb9-b001f22f67d2",
  "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
  "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
  "acba4595-bd28-49b8-b9fe-13317c0390fa",
  "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
  "59781a5b-3903-41f3-afcb-af62929ccde1",
  "216adef6-5c7f-47e4-b989-5492eafa07d3",
  "b689b0a8-53d0-40ab-baf2-68738e2966ac",
  "775133bc-15f2-49f9-abea-afb2e0bf67d2",
  "33f36d7e-f396-46d9-90e0-52428a34d9dc",
  "e61eb60c-9c35-4d20-a928-2b84e02af89c",
  "5cc3b908-e619-4b99-88e5-2cf7f45965bd",
  "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
  "67f7725c-6f97-4210-82d7-5512b31e9d03",
  "60669652-455b-4ae9-85a4-c4c02393f86c",
]);

export function isManagedId(id: string): boolean {
  return MANAGED_IDS.has(id);
}
