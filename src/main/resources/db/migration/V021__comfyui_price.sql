-- The studio's own graphics card costs no provider's money, so there is no cost; what it is worth is the operator's to say.
INSERT INTO price (model, resolution, version, per_second, valid_from, note) VALUES
  ('comfyui/wan-2.1-flf2v', '480p', 1, 2000, '2026-01-01T00:00:00Z', 'Shipped with Inbetween'),
  ('comfyui/wan-2.1-flf2v', '720p', 1, 4000, '2026-01-01T00:00:00Z', 'Shipped with Inbetween');
