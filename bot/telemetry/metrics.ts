/** Figures for Prometheus. */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Read when somebody looks, so that counting costs nothing meanwhile. */
export interface Gauges {
  readonly games: () => number;
  readonly waiting: () => number;
  readonly sockets: () => number;
  readonly watching: () => number;
  readonly behind: () => number;
}

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  readonly commands: (count: number) => void;
  readonly refusals: (code: string) => void;
  readonly troubles: () => void;
  readonly falls: (player: string) => void;
  watch(gauges: Gauges): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const commands = new Counter({
    name: 'msig_commands_total',
    help: 'Commands accepted and stored',
    registers,
  });
  const refusals = new Counter({
    name: 'msig_refusals_total',
    help: 'Commands refused, by code',
    labelNames: ['code'],
    registers,
  });
  const troubles = new Counter({ name: 'msig_troubles_total', help: 'Faults survived', registers });
  const falls = new Counter({
    name: 'msig_player_falls_total',
    help: 'Ends of player processes, by seat',
    labelNames: ['player'],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    commands: (count) => commands.inc(count),
    refusals: (code) => refusals.inc({ code }),
    troubles: () => troubles.inc(),
    falls: (player) => falls.inc({ player }),
    watch(gauges) {
      gauge('msig_games', 'Games of this host', gauges.games);
      gauge('msig_mailbox', 'Commands that wait, over all games', gauges.waiting);
      gauge('msig_sockets', 'Open WebSockets', gauges.sockets);
      gauge('msig_watching', 'Views that sockets watch', gauges.watching);
      gauge('msig_behind', 'Watchers that read too slowly and wait for a snapshot', gauges.behind);
    },
  };
}
