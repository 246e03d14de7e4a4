/** The local chat's way through the link: what `adapters/platform/local` needs, without knowing the link. */
export interface PortLine {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly roles: readonly ('broadcaster' | 'moderator' | 'vip' | 'subscriber')[];
  readonly text: string;
  readonly sentAt: number;
}

export class LocalPort {
  readonly #lines = new Set<(line: PortLine) => void>();
  readonly #ups = new Set<(up: boolean) => void>();
  #say: (text: string) => boolean = () => false;

  onLine(listener: (line: PortLine) => void): () => void {
    this.#lines.add(listener);
    return () => this.#lines.delete(listener);
  }
  onUp(listener: (up: boolean) => void): () => void {
    this.#ups.add(listener);
    return () => this.#ups.delete(listener);
  }
  say(text: string): boolean {
    return this.#say(text);
  }

  bind(say: (text: string) => boolean): void {
    this.#say = say;
  }
  hear(line: PortLine): void {
    for (const listener of this.#lines) listener(line);
  }
  turn(up: boolean): void {
    for (const listener of this.#ups) listener(up);
  }
}
