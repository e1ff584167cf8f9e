/** Colours of the licence card. A card is a thing of its own: it has the same colours by day and by night. */
export const CARD = {
  ground: '#f6ecea',
  band: '#ecdcdb',
  road: '#333c43',
  paint: '#f6ecea',
  sign: '#ffffff',
  unearned: '#666b70',
} as const;
