// What a good weekend makes of the same task on discord.js: /music, acknowledged, submitted, asked about every 10 s, downloaded,
// uploaded. DISCORD_API_URL, DISCORD_TOKEN, AIMLAPI_URL and AIMLAPI_KEY as for Foley. Nothing survives a restart.
import { setTimeout as delay } from "node:timers/promises";
import {
  ApplicationCommandOptionType as Type,
  AttachmentBuilder,
  Client,
  EmbedBuilder,
  Events,
  MessageFlags,
  Options,
} from "discord.js";

const ASK_EVERY_MS = 10_000;
const GIVE_UP_AFTER_MS = 2 * 3_600_000;
const MODELS = ["stable-audio"];

const option = (type, name, description, rest = {}) => ({ type, name, description, ...rest });
const COMMANDS = [
  {
    name: "music",
    description: "Turn words into music.",
    options: [
      option(Type.String, "prompt", "What you want to hear", { required: true, minLength: 1, maxLength: 6000 }),
      option(Type.String, "model", "Which model makes it", { autocomplete: true, maxLength: 100 }),
      option(Type.Integer, "seconds", "How long", { minValue: 1, maxValue: 380 }),
      option(Type.Integer, "steps", "Denoising steps", { minValue: 1, maxValue: 1000 }),
      option(Type.Integer, "seed", "The same seed makes the same sound", { minValue: 0, maxValue: 4294967294 }),
      option(Type.Number, "guidance", "How closely it follows the prompt", { minValue: 1, maxValue: 25 }),
      option(Type.Integer, "start", "Where in a piece it begins, in seconds", { minValue: 0, maxValue: 380 }),
      option(Type.String, "negative", "What you do not want to hear", { maxLength: 6000 }),
      option(Type.String, "lyrics", "What is sung", { maxLength: 6000 }),
      option(Type.String, "format", "File format", { maxLength: 100 }),
      option(Type.Integer, "takes", "How many", { minValue: 1, maxValue: 4 }),
      option(Type.Boolean, "private", "For you alone"),
    ],
  },
];

async function service(path, init = {}) {
  const response = await fetch(`${process.env.AIMLAPI_URL}/v2/generate/audio${path}`, {
    ...init,
    headers: { authorization: `Bearer ${process.env.AIMLAPI_KEY}`, "content-type": "application/json" },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) {
    throw new Error(`the service answered ${response.status}`);
  }
  return response.json();
}

function body({ options }) {
  const seed = options.getInteger("seed");
  return {
    model: options.getString("model") ?? MODELS[0],
    prompt: options.getString("prompt", true),
    seconds_total: options.getInteger("seconds") ?? 30,
    steps: options.getInteger("steps") ?? 100,
    ...(seed === null ? {} : { seed }),
  };
}

async function finished(id) {
  const deadline = Date.now() + GIVE_UP_AFTER_MS;
  while (Date.now() < deadline) {
    await delay(ASK_EVERY_MS);
    const job = await service(`?generation_id=${encodeURIComponent(id)}`);
    if (job.status === "completed") {
      return job.audio_file.url;
    }
    if (job.status === "error" || job.status === "failed") {
      throw new Error(job.error?.message ?? "the service failed");
    }
  }
  throw new Error("the service took too long");
}

async function download(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) {
    throw new Error(`the file was answered with ${response.status}`);
  }
  return Buffer.from(await response.arrayBuffer());
}

const card = (prompt, state) => new EmbedBuilder().setTitle("Music").setDescription(`“${prompt.slice(0, 200)}”\n${state}`);

async function music(interaction) {
  const hidden = interaction.options.getBoolean("private") ?? false;
  await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  const prompt = interaction.options.getString("prompt", true);
  try {
    const { id } = await service("", { method: "POST", body: JSON.stringify(body(interaction)) });
    await interaction.editReply({ embeds: [card(prompt, "Queued")] });
    const file = new AttachmentBuilder(await download(await finished(id)), { name: "music.wav" });
    await interaction.editReply({ embeds: [card(prompt, "Here it is")], files: [file] });
  } catch (error) {
    await interaction.editReply({ embeds: [card(prompt, `Failed: ${error.message}`)] });
  }
}

const client = new Client({
  intents: [],
  // Interactions need none of them.
  makeCache: Options.cacheWithLimits({ MessageManager: 0, GuildMemberManager: 0, UserManager: 0 }),
  rest: { api: process.env.DISCORD_API_URL.replace(/\/v10\/?$/, "") },
});

client.on(Events.InteractionCreate, async (interaction) => {
  try {
    if (interaction.isChatInputCommand()) {
      await music(interaction);
    } else if (interaction.isAutocomplete()) {
      const typed = interaction.options.getFocused();
      await interaction.respond(MODELS.filter((id) => id.includes(typed)).map((id) => ({ name: id, value: id })));
    }
  } catch (error) {
    console.error(error);
  }
});
client.once(Events.ClientReady, () => client.application.commands.set(COMMANDS));
process.once("SIGTERM", async () => {
  await client.destroy();
  process.exit(0);
});
await client.login(process.env.DISCORD_TOKEN);
