-- The storefront's database, and data of any size for it. `live`: as customers typed it; otherwise masked.
CREATE TABLE customers (
  id bigserial PRIMARY KEY,
  email text NOT NULL UNIQUE,
  full_name text NOT NULL,
  phone text,
  country char(2) NOT NULL DEFAULT 'DE',
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE products (
  id bigserial PRIMARY KEY,
  sku text NOT NULL UNIQUE,
  title text NOT NULL,
  price numeric(10, 2) NOT NULL CHECK (price >= 0),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE orders (
  id bigserial PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers (id),
  state text NOT NULL DEFAULT 'new',
  gift_note text,
  total numeric(12, 2) NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON orders (customer_id);
CREATE INDEX ON orders (state) WHERE state <> 'done';

CREATE FUNCTION fill(orders_wanted int, live boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  customers_wanted int := greatest(orders_wanted / 5, 1);
BEGIN
  INSERT INTO customers (email, full_name, phone, country, updated_at)
  SELECT CASE WHEN live THEN 'shopper' || i || '@mail' || i % 40 || '.net' ELSE md5(i::text) || '@example.com' END,
    CASE WHEN live THEN (ARRAY['Anna', 'Boris', 'Chiara', 'Dilek'])[1 + i % 4] || ' ' || (ARRAY['Meyer', 'Rossi', 'Novak'])[1 + i % 3]
      ELSE 'customer ' || i END,
    CASE WHEN live THEN '+49 170 ' || 2000000 + i ELSE 'masked-' || i END,
    (ARRAY['DE', 'AT', 'CH', 'FR'])[1 + i % 4], now() - i * interval '1 minute'
  FROM generate_series(1, customers_wanted) i;
  INSERT INTO products (sku, title, price, updated_at)
  SELECT 'SKU-' || i, 'product no. ' || i, 5 + i % 200, now() - i * interval '1 hour'
  FROM generate_series(1, greatest(orders_wanted / 20, 1)) i;
  INSERT INTO orders (customer_id, state, gift_note, total, updated_at)
  SELECT 1 + i % customers_wanted, (ARRAY['new', 'paid', 'sent', 'done', 'done'])[1 + i % 5],
    CASE WHEN i % 10 = 0 THEN 'happy birthday, no. ' || i END, 20 + i % 900, now() - i * interval '30 seconds'
  FROM generate_series(1, orders_wanted) i;
END $$;
