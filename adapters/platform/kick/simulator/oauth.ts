/** Sign-in of the simulated Kick. PLATFORMS 4.1: PKCE and state required, both tokens rotate, the old pair dies at once. */
import { createHash, randomBytes } from 'node:crypto';
import { type Call, no, ok, type Reply } from './web.ts';
import { ACCESS_MS, APP_MS, type Grant, type World } from './world.ts';

export function answerOAuth(world: World, call: Call): Reply {
  switch (`${call.method} ${call.path}`) {
    case 'GET /oauth/authorize':
      return consent(world, call);
    case 'POST /oauth/token':
      return token(world, new URLSearchParams(call.body));
    case 'POST /oauth/revoke':
      return revoke(world, call);
    case 'POST /oauth/token/introspect':
      return introspect(world, call);
    default:
      return no(404);
  }
}

const refusal = (error: string, status = 400): Reply => ({ status, json: { error } });

/** A user who agrees at once: the first channel's owner, who is signed in at this browser. */
function consent(world: World, { query }: Call): Reply {
  // The consent page turns the first 127.0.0.1 of the address into localhost.
  const asked = new URLSearchParams(query.toString().replace('127.0.0.1', 'localhost'));
  const redirect = asked.get('redirect_uri') ?? '';
  const needed = ['client_id', 'state', 'scope', 'code_challenge'];
  const whole = needed.every((name) => asked.get(name)) && asked.get('code_challenge_method') === 'S256';
  const known = asked.get('client_id') === world.client.id && world.redirects.has(redirect);
  const user = [...world.channels.values()][0]?.owner;
  if (!whole || !known || asked.get('response_type') !== 'code' || !user) return refusal('Invalid request');
  const code = randomBytes(12).toString('hex');
  const scopes = (asked.get('scope') ?? '').split(' ');
  world.codes.set(code, { user, scopes, challenge: asked.get('code_challenge') ?? '', redirect });
  const back = `${redirect}?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`;
  return { status: 302, headers: { Location: back } };
}

function token(world: World, form: URLSearchParams): Reply {
  const { id, secret } = world.client;
  if (form.get('client_id') !== id || form.get('client_secret') !== secret)
    return refusal('invalid_client', 401);
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return granted(world.grant(null, []));
    case 'authorization_code':
      return exchange(world, form);
    case 'refresh_token':
      return renew(world, form.get('refresh_token') ?? '');
    default:
      return refusal('unsupported_grant_type');
  }
}

function exchange(world: World, form: URLSearchParams): Reply {
  const code = form.get('code') ?? '';
  const given = world.codes.get(code);
  world.codes.delete(code);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (!given || given.challenge !== challenge || given.redirect !== form.get('redirect_uri')) {
    return refusal('invalid_grant');
  }
  return granted(world.grant(given.user, given.scopes));
}

function renew(world: World, refresh: string): Reply {
  const old = [...world.grants].find((grant) => grant.refresh === refresh && refresh !== '');
  if (!old || old.refreshEndsAt < Date.now()) return refusal('invalid_grant');
  // KickDevDocs#52: the old refresh token cannot be used again, not even by whoever never got the answer.
  world.grants.delete(old);
  return granted(world.grant(old.user, old.scopes));
}

function granted({ access, refresh, scopes, user }: Grant): Reply {
  const expires_in = (user ? ACCESS_MS : APP_MS) / 1000;
  const both = { access_token: access, token_type: 'Bearer', expires_in };
  return { status: 200, json: user ? { ...both, refresh_token: refresh, scope: scopes.join(' ') } : both };
}

function revoke(world: World, { query }: Call): Reply {
  const token = query.get('token');
  for (const grant of world.grants)
    if (grant.access === token || grant.refresh === token) world.grants.delete(grant);
  return { status: 200, json: 'OK' };
}

function introspect(world: World, call: Call): Reply {
  const grant = world.grantOf(call.token);
  if (!grant) return ok({ active: false });
  const { scopes, user, expiresAt } = grant;
  const about = { client_id: world.client.id, token_type: user ? 'user' : 'app', scope: scopes.join(' ') };
  return ok({ active: true, ...about, exp: Math.floor(expiresAt / 1000) });
}
