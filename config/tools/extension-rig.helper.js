/**
 * Stands in for Twitch's helper script in the rig: the same calls, the same order of events. Who looks is in the page's
 * address (`rig=<persona>`); tokens, receipts and messages come from the rig, which signs them with a test secret.
 */
(() => {
  const query = new URLSearchParams(location.search);
  const persona = query.get('rig') ?? 'anonymous';
  const listeners = { authorized: [], context: [], visible: [], bought: [], cancelled: [], configured: [] };
  const heard = [];
  let context = {
    theme: query.get('theme') ?? 'dark',
    language: query.get('language') ?? 'en',
    mode: query.get('mode'),
  };
  let auth = null;
  let shared = null;
  const tell = (list, ...args) => {
    for (const listener of list) listener(...args);
  };
  const ask = async (path) => (await fetch(`/rig/${path}`)).json();

  async function authorize() {
    const share = shared === null ? '' : `&shared=${shared}`;
    const got = await ask(`token?persona=${encodeURIComponent(persona)}${share}`);
    configuration.broadcaster = got.configuration ?? undefined;
    auth = got.auth;
    ext.viewer = { ...got.viewer, sessionToken: auth.token };
    tell(listeners.authorized, auth);
    // Twitch hands out a fresh token before the old one ends.
    setTimeout(authorize, got.renewMs);
  }

  const configuration = {
    broadcaster: undefined,
    developer: undefined,
    global: undefined,
    onChanged: (callback) => listeners.configured.push(callback),
    set() {},
  };
  const bits = {
    async getProducts() {
      return ask('products');
    },
    async useBits(sku) {
      const sale = await ask(`receipt?persona=${encodeURIComponent(persona)}&sku=${encodeURIComponent(sku)}`);
      tell(listeners.bought, { ...sale, initiator: 'current_user' });
    },
    onTransactionComplete: (callback) => listeners.bought.push(callback),
    onTransactionCancelled: (callback) => listeners.cancelled.push(callback),
    setUseLoopback() {},
    showBitsBalance() {},
  };
  const ext = {
    version: 'rig',
    environment: 'development',
    viewer: null,
    configuration,
    bits,
    features: {
      isChatEnabled: true,
      isBitsEnabled: query.get('bits') !== 'off',
      isSubscriptionStatusAvailable: false,
      onChanged() {},
    },
    actions: {
      requestIdShare() {
        shared = 1;
        void authorize();
      },
      followChannel() {},
      minimize() {},
    },
    onAuthorized(callback) {
      listeners.authorized.push(callback);
      if (auth) callback(auth);
    },
    onContext(callback) {
      listeners.context.push(callback);
      callback(context, Object.keys(context));
    },
    onVisibilityChanged: (callback) => listeners.visible.push(callback),
    onError() {},
    onHighlightChanged() {},
    listen: (target, callback) => heard.push({ target, callback }),
    unlisten(target, callback) {
      const at = heard.findIndex((one) => one.target === target && one.callback === callback);
      if (at >= 0) heard.splice(at, 1);
    },
    send() {},
    rig: { log: console },
  };
  globalThis.Twitch = { ext };

  const hear = (message) => {
    for (const { target, callback } of heard)
      if (target === 'broadcast') callback('broadcast', 'application/json', message);
  };
  // One stream for all frames of the rig's page; a view opened by itself listens by itself.
  if (parent === globalThis)
    new EventSource('/rig/messages').onmessage = ({ data }) => hear(JSON.parse(data));
  addEventListener('message', ({ origin, data }) => {
    if (origin !== location.origin || data?.rig !== true) return;
    if (data.message) hear(data.message);
    if (data.theme || data.language) {
      context = {
        ...context,
        ...(data.theme ? { theme: data.theme } : {}),
        ...(data.language ? { language: data.language } : {}),
      };
      tell(listeners.context, context, Object.keys(data));
    }
    if (typeof data.visible === 'boolean') tell(listeners.visible, data.visible, context);
  });
  void authorize();
})();
