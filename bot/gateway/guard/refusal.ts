/** A refusal of the game, on its way to the edge where it becomes an answer. */
export class Refusal extends Error {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  constructor(code: string, args: Readonly<Record<string, string | number>>) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.args = args;
  }
}
