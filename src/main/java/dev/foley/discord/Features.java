package dev.foley.discord;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Interactions;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.look.Looks;
import dev.foley.discord.models.ModelsCommand;
import dev.foley.discord.reply.DiscordReplies;
import dev.foley.discord.request.AgainButton;
import dev.foley.discord.request.CancelButton;
import dev.foley.discord.request.Refusals;
import dev.foley.discord.request.SoundCommand;
import dev.foley.discord.request.VoiceDirectory;
import dev.foley.discord.request.Voices;
import dev.foley.generation.Drafts;
import dev.foley.generation.Expectation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import dev.foley.generation.History;
import dev.foley.generation.Ledger;
import dev.foley.generation.MemberData;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.PreferenceStore;
import dev.foley.generation.policy.Tariff;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.ModelCatalogue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Everything that members can use, put together: one method for each part, which gets what it needs and no more. */
public final class Features {
  private final Bot bot;
  private final Records records;
  @SuppressWarnings("UnusedVariable") // until the parts below read it
  private final Policy policy;

  /**
   * What does the work.
   *
   * @param work runs tasks that wait, each at once and on a thread of its own; has to throw
   *     {@link java.util.concurrent.RejectedExecutionException} when it has no room, and then members read "busy"
   */
  public record Bot(ModelCatalogue catalogue, Generations generations, AudioSpool spool,
      Expectation expectation, DiscordReplies replies, Executor work, Supplier<GenerationId> ids,
      InstantSource clock) {}

  /** What is kept. */
  public record Records(History history, Ledger ledger, Drafts drafts, MemberData members,
      PreferenceStore preferences) {}

  /** What the host allows, and what the managers of servers have set. */
  public record Policy(Limits limits, Tariff tariff, PreferenceSource preferences) {
    public static final Policy DEFAULT = new Policy(Limits.DEFAULT, Tariff.DEFAULT, PreferenceSource.NONE);
  }

  private Features(Bot bot, Records records, Policy policy) {
    this.bot = bot;
    this.records = records;
    this.policy = policy;
  }

  public static Interactions of(Bot bot, Records records, Policy policy) {
    Features features = new Features(bot, records, policy);
    return features.requests().and(features.models()).and(features.looks()).and(features.accounts())
        .and(features.settings()).and(features.privacy());
  }

  /** The commands that make sounds, and the buttons below their answers. */
  private Interactions requests() {
    Refusals refusals = new Refusals(bot.catalogue());
    Intake intake = new Intake(bot.generations(), bot.work());
    Voices voices = new Voices(bot.catalogue(), new VoiceDirectory(bot.work(), bot.clock()));
    List<Command> commands = new ArrayList<>();
    for (CommandForm form : CommandForm.values()) {
      if (!bot.catalogue().models(form.kind()).isEmpty()) {
        commands.add(new SoundCommand(form, bot.catalogue(), voices, refusals, intake));
      }
    }
    return new Interactions(commands, List.of(), List.of(new AgainButton(bot.generations(), refusals, intake),
        new CancelButton(bot.generations(), intake)), List.of(), List.of());
  }

  /** What there is to choose from, and how to ask for it. */
  private Interactions models() {
    return new Interactions(List.of(new ModelsCommand(bot.catalogue())), List.of(), List.of(), List.of(), List.of());
  }

  /** What is under way, and what was made before. */
  private Interactions looks() {
    return Looks
        .of(new Looks.Means(bot.catalogue(), bot.generations(), records.history(), records.ledger(), bot.spool(),
            bot.expectation(), bot.replies(), bot.clock()), new Intake(bot.generations(), bot.work()), bot.work());
  }

  /** What was spent. */
  private Interactions accounts() {
    return Interactions.NONE;
  }

  /** What the managers of a server can set. */
  private Interactions settings() {
    return Interactions.NONE;
  }

  /** A member's own data. */
  private Interactions privacy() {
    return Interactions.NONE;
  }
}
