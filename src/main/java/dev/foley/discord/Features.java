package dev.foley.discord;

import dev.foley.discord.help.HelpCommand;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Interactions;
import dev.foley.discord.interaction.PermittedWork;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.PromisedReplies;
import dev.foley.discord.look.Looks;
import dev.foley.discord.models.ModelsCommand;
import dev.foley.discord.privacy.ForgetButton;
import dev.foley.discord.privacy.PrivacyCommand;
import dev.foley.discord.reply.DiscordReplies;
import dev.foley.discord.request.Requests;
import dev.foley.discord.settings.Rules;
import dev.foley.discord.settings.SettingsCommand;
import dev.foley.discord.usage.UsageCommand;
import dev.foley.generation.Drafts;
import dev.foley.generation.Expectation;
import dev.foley.generation.Gate;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Generations;
import dev.foley.generation.History;
import dev.foley.generation.Ledger;
import dev.foley.generation.MemberData;
import dev.foley.generation.Order;
import dev.foley.generation.policy.LimitGate;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.PreferenceStore;
import dev.foley.generation.policy.Preferences;
import dev.foley.generation.policy.Tariff;
import dev.foley.provider.AudioSpool;
import dev.foley.provider.Cost;
import dev.foley.provider.ModelCatalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Everything that members can use, put together: one method for each part, which gets what it needs and no more. */
public final class Features {
  private final Bot bot;
  private final Records records;
  private final Policy policy;

  /**
   * What does the work.
   *
   * @param work where it has no permit, members read "busy"
   * @param callbacks runs what a member waits for to be heard
   */
  public record Bot(ModelCatalogue catalogue, Generations generations, AudioSpool spool,
      Expectation expectation, DiscordReplies replies, PermittedWork work, PromisedReplies promises,
      Executor callbacks, Supplier<GenerationId> ids, InstantSource clock, RandomGenerator random) {}

  /** What is kept. */
  public record Records(History history, Ledger ledger, Drafts drafts, MemberData members,
      PreferenceStore preferences) {}

  /** What the host allows, and what the managers of servers have set. */
  public record Policy(Limits limits, Tariff tariff, PreferenceSource preferences) {}

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
    return Requests.of(
        new Requests.Means(bot.catalogue(), bot.generations(), records.drafts(), intake(), bot.work(), bot.ids(),
            bot.clock(),
            bot.random()),
        new Requests.Bounds(policy.limits(), policy.tariff(), policy.preferences(), Rules::refusal,
            this::gate));
  }

  private Intake intake() {
    return new Intake(bot.work(), bot.promises(), bot.callbacks());
  }

  private Gate gate(Order order, Preferences preferences) {
    Optional<Cost> estimate = bot.catalogue().model(order.request().model())
        .flatMap(model -> model.estimate(order.request()));
    return LimitGate.of(policy.limits(), policy.limits().narrowed(preferences), policy.tariff(), order, estimate,
        bot.clock().instant());
  }

  /** What there is to choose from, and how to ask for it. */
  private Interactions models() {
    return new Interactions(List.of(new ModelsCommand(bot.catalogue(), bot.expectation())), List.of(), List.of(),
        List.of(), List.of());
  }

  /** What is under way, and what was made before. */
  private Interactions looks() {
    return Looks
        .of(new Looks.Means(bot.catalogue(), bot.generations(), records.history(), records.ledger(), bot.spool(),
            bot.expectation(), bot.replies(), bot.clock()), intake(), bot.work());
  }

  /** What was spent. */
  private Interactions accounts() {
    return new Interactions(List.of(new UsageCommand(records.ledger(), records.history(), policy.limits(),
        policy.tariff(), policy.preferences(), intake(), bot.clock())), List.of(),
        List.of(), List.of(), List.of());
  }

  /** What the managers of a server can set, and how to use all of it. */
  private Interactions settings() {
    SettingsCommand settings = new SettingsCommand(bot.catalogue(), records.preferences(), policy.limits(),
        intake());
    HelpCommand help = new HelpCommand(bot.catalogue(), policy.limits(), policy.preferences());
    return new Interactions(List.of(settings, help), List.of(), List.of(), List.of(help), List.of());
  }

  /** A member's own data. */
  private Interactions privacy() {
    Intake intake = intake();
    return new Interactions(List.of(new PrivacyCommand(records.members(), intake, bot.clock())), List.of(),
        List.of(new ForgetButton(records.members(), bot.spool(), intake, bot.clock())), List.of(), List.of());
  }
}
