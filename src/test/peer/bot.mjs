// A small bot on discord.js. DISCORD_URL names the local Discord, DISCORD_TOKEN the bot's token.
// It prints "ready" once its commands are registered, and ends when its standard input does.
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
} from "discord.js";

const INSTRUMENTS = ["piano", "organ", "pipe organ", "violin"];
const SAMPLE_RATE = 8000;

const COMMANDS = [
  {
    name: "tone",
    description: "Plays a tone.",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "instrument",
        description: "Who plays it.",
        required: true,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: "seconds",
        description: "How long.",
        minValue: 1,
        maxValue: 5,
      },
    ],
  },
];

/** Silence as WAV: mono, 8 bits, 8 kHz. */
function wav(seconds) {
  const samples = SAMPLE_RATE * seconds;
  const file = Buffer.alloc(44 + samples, 0x80);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + samples, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write("data", 36);
  file.writeUInt32LE(samples, 40);
  return file;
}

async function tone(interaction) {
  await interaction.deferReply();
  const instrument = interaction.options.getString("instrument", true);
  const seconds = interaction.options.getInteger("seconds") ?? 1;
  await interaction.editReply({
    content: `${instrument}, ${seconds} s, for ${interaction.user.username}`,
    files: [new AttachmentBuilder(wav(seconds), { name: "tone.wav", description: "A tone" })],
    components: [
      new ActionRowBuilder().addComponents(
        new ButtonBuilder().setCustomId("louder").setLabel("Louder").setStyle(ButtonStyle.Primary),
      ),
    ],
  });
}

async function louder(interaction) {
  await interaction.reply({ content: "Louder it is.", ephemeral: true });
  await interaction.message.edit({ content: `${interaction.message.content}, louder`, components: [] });
}

async function suggest(interaction) {
  const typed = interaction.options.getFocused();
  const matching = INSTRUMENTS.filter((name) => name.includes(typed));
  await interaction.respond(matching.map((name) => ({ name, value: name })));
}

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: `${process.env.DISCORD_URL}/api` },
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) {
    await tone(interaction);
  } else if (interaction.isAutocomplete()) {
    await suggest(interaction);
  } else if (interaction.isButton()) {
    await louder(interaction);
  }
});

client.once(Events.ClientReady, async () => {
  await client.application.commands.set(COMMANDS);
  console.log("ready");
});

process.stdin.on("end", () => client.destroy());
process.stdin.resume();
await client.login(process.env.DISCORD_TOKEN);
