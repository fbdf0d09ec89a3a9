-- Removing a quote asks whether a hold cites it, once for each quote.
CREATE INDEX credit_hold_citing_a_quote ON credit_hold (quote_id) WHERE quote_id IS NOT NULL;
