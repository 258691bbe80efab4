package dev.foley.discord;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /music prompt seconds steps start}. */
final class MusicCommand implements Command {
  private static final String NAME = "music";

  private final AudioModel model;
  private final Refusals refusals;
  private final Intake intake;

  MusicCommand(AudioModel model, Refusals refusals, Intake intake) {
    this.model = model;
    this.refusals = refusals;
    this.intake = intake;
  }

  @Override
  public SlashCommandData data() {
    return data(model);
  }

  static SlashCommandData data(AudioModel model) {
    return Commands.slash(NAME, Messages.description(Locale.ENGLISH, NAME))
        .addOptions(new ModelOptions(NAME, model).data(List.of(Parameter.SECONDS, Parameter.STEPS, Parameter.START)))
        .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM,
            InteractionContextType.PRIVATE_CHANNEL)
        .setIntegrationTypes(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL);
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    Received received = Received.of(event);
    AudioRequest request = new ModelOptions(NAME, model).read(filled(event));
    Optional<String> refusal = refusals.of(request, received.missingPermissions(), received.origin().locale());
    if (refusal.isPresent()) {
      Intake.refuse(event, refusal.get());
      return;
    }
    intake.take(event, event.deferReply(), _ -> intake.accept(received.origin(), request),
        (hook, sentence) -> hook.editOriginal(sentence).queue());
  }

  private static ModelOptions.Filled filled(SlashCommandInteractionEvent event) {
    return new ModelOptions.Filled() {
      @Override
      public Optional<String> text(String option) {
        return Optional.ofNullable(event.getOption(option, OptionMapping::getAsString));
      }

      @Override
      public OptionalLong whole(String option) {
        Long value = event.getOption(option, OptionMapping::getAsLong);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
      }
    };
  }
}
