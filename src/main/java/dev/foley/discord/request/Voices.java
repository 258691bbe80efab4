package dev.foley.discord.request;

import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.text.Text;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.Voice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The option {@code voice}: whom it suggests, and whom a member means. Never blocks. */
public final class Voices {
  /** Suggested where no list can be had, and understood everywhere. */
  public static final String DEFAULT = "default";

  /** Of the 3 seconds that Discord gives. */
  private static final long PATIENCE_MILLIS = 1_500;
  private static final int NAMED = 3;
  private static final int SHOWN_NAME = 60;

  private static final Logger log = LoggerFactory.getLogger(Voices.class);

  private final ModelCatalogue catalogue;
  private final VoiceDirectory directory;

  public Voices(ModelCatalogue catalogue, VoiceDirectory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /** What became of the voice in a request. */
  public sealed interface Settled {
    /** With the voice's id, or without a voice where the default is wanted. */
    record Request(AudioRequest request) implements Settled {}

    /** @param sentence for the member */
    record NoSuchVoice(String sentence) implements Settled {}
  }

  /** Suggestions for what has been typed so far, within Discord's time. */
  public void suggest(Optional<AudioModel> model, String typed, Locale locale, Consumer<List<Choice>> then) {
    then(model, voices -> then.accept(suggestions(voices, typed, locale)));
  }

  /**
   * Finds the id of the voice that a request names. Where no list can be had, the name is left to the service, which refuses a wrong
   * one and charges nothing.
   */
  public void settle(AudioModel model, AudioRequest request, Locale locale, Consumer<Settled> then) {
    Optional<String> named = request.text(Parameter.VOICE);
    if (named.isEmpty() || model.range(Parameter.VOICE).isEmpty()) {
      then.accept(new Settled.Request(request));
    } else {
      then(Optional.of(model), voices -> then.accept(settled(voices, request, named.get().strip(), locale)));
    }
  }

  private void then(Optional<AudioModel> model, Consumer<List<Voice>> then) {
    Optional<AudioProvider> provider = model.flatMap(chosen -> catalogue.provider(chosen.id()));
    if (provider.isEmpty()) {
      then.accept(List.of());
    } else {
      CompletableFuture<Void> _ = directory.of(provider.get())
          .completeOnTimeout(List.of(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS).thenAccept(then)
          .whenComplete((_, failure) -> {
            if (failure != null) {
              log.atError().setCause(failure).log("What was to be done with the voices failed");
            }
          });
    }
  }

  public static List<Choice> suggestions(List<Voice> voices, String typed, Locale locale) {
    if (voices.isEmpty()) {
      return List.of(new Choice(Messages.of(locale, Text.VOICE_DEFAULT), DEFAULT));
    }
    String part = typed.strip().toLowerCase(Locale.ROOT);
    return voices.stream().filter(voice -> isChoice(voice.id()))
        .filter(voice -> (label(voice) + " " + voice.id()).toLowerCase(Locale.ROOT).contains(part))
        .limit(OptionData.MAX_CHOICES).map(voice -> new Choice(label(voice), voice.id())).toList();
  }

  public static Settled settled(List<Voice> voices, AudioRequest request, String typed, Locale locale) {
    Optional<Voice> byId = only(voices, voice -> voice.id().equals(typed));
    Optional<Voice> byName = only(voices, voice -> voice.name().equalsIgnoreCase(typed));
    if (byId.isPresent() || byName.isPresent()) {
      return new Settled.Request(Wish.with(request, Parameter.VOICE, ParameterValue.of(byId.or(() -> byName)
          .orElseThrow().id())));
    }
    if (typed.equalsIgnoreCase(DEFAULT)) {
      return new Settled.Request(Wish.without(request, Parameter.VOICE));
    }
    return voices.isEmpty() ? new Settled.Request(request) : new Settled.NoSuchVoice(refusal(voices, typed, locale));
  }

  private static String refusal(List<Voice> voices, String typed, Locale locale) {
    String shown = SafeText.shown(typed, SHOWN_NAME);
    List<String> near = near(voices, typed);
    return near.isEmpty()
        ? Messages.of(locale, Text.UNKNOWN_VOICE, shown)
        : Messages.of(locale, Text.MISTYPED_VOICE, shown, Messages.alternatives(locale, near));
  }

  private static Optional<Voice> only(List<Voice> voices, Predicate<Voice> fits) {
    List<Voice> found = voices.stream().filter(fits).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Those that share the name, or its beginning; with their descriptions, since namesakes differ in nothing else. */
  private static List<String> near(List<Voice> voices, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    String beginning = wanted.substring(0, Math.min(wanted.length(), 2));
    return Stream.concat(
        voices.stream().filter(voice -> voice.name().toLowerCase(Locale.ROOT).contains(wanted)),
        voices.stream().filter(voice -> voice.name().toLowerCase(Locale.ROOT).startsWith(beginning)))
        .distinct().limit(NAMED).map(voice -> voice.description().isBlank()
            ? SafeText.shown(voice.name(), SHOWN_NAME)
            : SafeText.shown(voice.name(), SHOWN_NAME) + " (" + SafeText.shown(voice.description(), SHOWN_NAME) + ")")
        .toList();
  }

  private static String label(Voice voice) {
    String name = SafeText.plain(voice.description().isBlank()
        ? voice.name()
        : voice.name() + " · " + voice.description());
    return SafeText.shorten(name.isEmpty() ? voice.id() : name, OptionData.MAX_CHOICE_NAME_LENGTH);
  }

  private static boolean isChoice(String id) {
    return !id.isBlank() && id.length() <= OptionData.MAX_CHOICE_VALUE_LENGTH;
  }
}
