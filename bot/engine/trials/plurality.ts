/** The option with most votes; a tie goes to `preferred` if it is among them, else to the lowest number. 0: no votes. */
export function plurality(totals: Readonly<Record<string, number>>, preferred = 0): number {
  let best = 0;
  let most = 0;
  for (const [option, votes] of Object.entries(totals).sort(([a], [b]) => Number(a) - Number(b))) {
    if (votes > most || (votes === most && most > 0 && Number(option) === preferred)) {
      best = Number(option);
      most = votes;
    }
  }
  return best;
}
