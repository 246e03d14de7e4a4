/** `msig bench` */
import { Argument, type Command } from 'commander';
import { benchAck } from '../bench/ack/bench.ts';
import { benchBattle } from '../bench/battle/bench.ts';
import { benchChat } from '../bench/chat/bench.ts';
import { benchEngine } from '../bench/engine/bench.ts';
import { benchFanout } from '../bench/fanout/bench.ts';
import { benchLookup } from '../bench/lookup/bench.ts';
import { type BenchReport, table } from '../bench/report.ts';

const BENCHES: Readonly<Record<string, () => Promise<BenchReport>>> = {
  engine: benchEngine,
  fanout: benchFanout,
  chat: benchChat,
  ack: benchAck,
  lookup: benchLookup,
  battle: benchBattle,
  // Brings a browser's driver with it, which nothing else here needs.
  overlay: async () => (await import('../bench/overlay/bench.ts')).benchOverlay(),
};

export function addBench(program: Command): void {
  program
    .command('bench')
    .description('Measure how fast this machine plays, each figure against a limit of the same run.')
    .addArgument(new Argument('[name]', 'only one of them').choices(Object.keys(BENCHES)))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples: npm run bench\n          npm run bench -- engine --json')
    .action(async (name: string | undefined, { json }: { json?: boolean }) => {
      const reports: BenchReport[] = [];
      for (const one of name === undefined ? Object.keys(BENCHES) : [name]) {
        process.stderr.write(`msig: bench ${one} …\n`);
        const report = await BENCHES[one]!();
        reports.push(report);
        if (!json) process.stdout.write(table(report));
      }
      if (json) process.stdout.write(`${JSON.stringify({ benches: reports })}\n`);
    });
}
