/** The key that Kick's webhooks are signed with: the one of their documentation, or a newer one from their API. */
import { base } from './addresses.ts';
import { ask } from './http.ts';

/** https://docs.kick.com/events/webhook-security, June 2026. */
export const KICK_PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAq/+l1WnlRrGSolDMA+A8
6rAhMbQGmQ2SapVcGM3zq8ANXjnhDWocMqfWcTd95btDydITa10kDvHzw9WQOqp2
MZI7ZyrfzJuz5nhTPCiJwTwnEtWft7nV14BYRDHvlfqPUaZ+1KR4OCaO/wWIk/rQ
L/TjY0M70gse8rlBkbo2a8rKhu69RQTRsoaf4DVhDPEeSeI5jVrRDGAMGL3cGuyY
6CLKGdjVEM78g3JfYOvDU/RvfqD7L89TZ3iN94jrmWdGz34JNlEI5hqK8dd7C5EF
BEbZ5jgB8s8ReQV8H+MkuffjdAj3ajDDX3DOJMIut1lBrUVD1AaSrGCKHooWoL2e
twIDAQAB
-----END PUBLIC KEY-----
`;

/**
 * Asks Kick for its key: at the start, and when a signature does not fit, since keys are changed one day.
 * @throws KickCallError, KickError KICK_ADDRESS, or Error if the answer holds no key
 */
export async function fetchKickPublicKey(api?: string): Promise<string> {
  const url = `${base('api', api)}/public/v1/public-key`;
  const { data } = (await ask({ method: 'GET', url, timeoutMs: 8_000 })) as {
    data?: { public_key?: unknown };
  };
  const pem = data?.public_key;
  if (typeof pem !== 'string' || !pem.includes('PUBLIC KEY'))
    throw new Error('Kick answered without a public key.');
  return pem;
}
