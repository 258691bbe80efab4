/** What the member's own client refuses, or the playground does not understand. */
export class Refusal extends Error {
  constructor(sentence, option = '') {
    super(sentence);
    this.option = option;
  }
}

/** One request to the playground; answers are JSON or nothing. */
export async function call(method, path, body) {
  const response = await fetch(path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  const answer = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {};
  if (!response.ok) {
    throw new Refusal(answer.refused ?? answer.error ?? answer.message ?? (text || `The playground answered ${response.status}.`),
      answer.option);
  }
  return answer;
}

export const get = path => call('GET', path);
export const post = (path, body = {}) => call('POST', path, body);
export const put = (path, body = {}) => call('PUT', path, body);
export const remove = path => call('DELETE', path);

/** Waits until the bot has answered, or has failed to. */
export const answerTo = interaction => get(`/control/interactions/${interaction}?wait=10`);
