// Who speaks of what, with a link to every place: node topics.mjs [ADDRESS]. Needs Node 18; a browser has fetch too.
// The types are the server's own: curl -O http://127.0.0.1:8080/types.d.ts

/** @typedef {import("./types").Topic} Topic */

const server = process.argv[2] ?? "http://127.0.0.1:8080";

/**
 * Every item of a list, whatever the number of its pages.
 * @param {string} path
 */
async function* all(path) {
  for (let next = path; next; ) {
    const answer = await fetch(new URL(next, server));
    const document = await answer.json();
    // A problem says what is wrong and what is allowed (RFC 9457).
    if (!answer.ok) throw new Error(`${document.title}: ${document.detail}`);
    yield* document.data;
    next = document.page.next_url;
  }
}

for await (const topic of all("/v1/topics")) {
  const names = new Set();
  let text = "";
  for await (const passage of all(topic.passages_url)) {
    if (passage.panelist) names.add(passage.panelist.name);
    // Offsets count UTF-16 units, as slice does.
    const [mention] = passage.mentions;
    if (!text && mention) text = passage.text.slice(mention.start, mention.end);
  }
  if (names.size > 0) console.log([topic.id, text, [...names].join(", ")].join("\t"));
}
