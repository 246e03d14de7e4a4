/** Refusals of the simulated API in Twitch's own words. PLATFORMS 1.2, 1.4, 1.5. */

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Thrown by a door of the simulator; the client gets it as Twitch's JSON. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function refusalBody(status: number, message: string): Record<string, string | number> {
  return { error: NAMES[status] ?? 'Error', status, message };
}
