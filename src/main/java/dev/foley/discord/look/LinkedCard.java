package dev.foley.discord.look;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.reply.Notices;
import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** A past request whose files are not here any more: what it was, and where its sounds can still be had. Pure. */
final class LinkedCard {
  private static final int SHOWN_PROMPT = 300;
  /** Of all takes together; a description has 4,096 characters. */
  private static final int MAX_ADDRESSES = 2_400;

  private final Locale locale;
  private final List<Generation> takes;
  private final EarlierMessage message;
  private final Kin kin;

  LinkedCard(Locale locale, List<Generation> takes, EarlierMessage message, Kin kin) {
    this.locale = locale;
    this.takes = takes;
    this.message = message;
    this.kin = kin;
  }

  /** A sound that can be had. */
  private record Source(String label, String address) {
    boolean fitsButton() {
      return address.length() <= MessageLinks.MAX_BUTTON_URL;
    }
  }

  /** @param above stands over the card */
  MessageEditData under(String above) {
    Generation first = takes.getFirst();
    List<Source> sources = sources();
    List<String> lines = new ArrayList<>();
    lines.add(RequestWords.quoted(first, SHOWN_PROMPT));
    takes.forEach(take -> RequestWords.audio(take)
        .ifPresent(audio -> lines.add(numbered(take) + AudioFacts.line(locale, audio))));
    sources.stream().filter(source -> !source.fitsButton())
        .forEach(source -> lines.add("[" + source.label() + "](" + source.address() + ")"));
    lines.add("-# " + Messages.of(locale, note(sources)));
    kin.descent(locale, _ -> false).ifPresent(descent -> lines.add("-# " + descent));
    EmbedBuilder card = new EmbedBuilder().setTitle(RequestWords.title(locale, first))
        .setDescription(String.join("\n", lines)).setColor(sources.isEmpty() ? Notices.QUIET : Notices.CALM)
        .setFooter(footer(first));
    return new MessageEditBuilder().setReplace(true).setContent(above).setEmbeds(card.build())
        .setComponents(rows(first, sources)).build();
  }

  /** Those of the message, which are fresh; else where the service once had them. */
  private List<Source> sources() {
    List<String> addresses = message instanceof EarlierMessage.Found(var files) && !files.isEmpty()
        ? files.stream().map(Message.Attachment::getUrl).toList()
        : takes.stream().flatMap(take -> RequestWords.audio(take).flatMap(AudioArtifact::source)
            .flatMap(source -> MessageLinks.web(source, MAX_ADDRESSES / takes.size())).stream()).toList();
    List<Source> sources = new ArrayList<>();
    for (String address : addresses) {
      sources.add(new Source(addresses.size() == 1
          ? Messages.of(locale, Text.RESULT_LINK)
          : Messages.of(locale, Text.RESULT_LINK_OF, sources.size() + 1), address));
    }
    return sources;
  }

  private LookText note(List<Source> sources) {
    return switch (message) {
      case EarlierMessage.Found(var files) when !files.isEmpty() -> LookText.SHOW_FROM_MESSAGE;
      case EarlierMessage _ when !sources.isEmpty() -> LookText.SHOW_FROM_SERVICE;
      case EarlierMessage.NotNow _ -> LookText.SHOW_NOT_NOW;
      case EarlierMessage _ -> LookText.SHOW_GONE;
    };
  }

  private String numbered(Generation take) {
    return takes.size() == 1 ? "" : "**" + take.takes().number() + "** · ";
  }

  private String footer(Generation first) {
    return String.join(" · ", Stream.of(Optional.of(first.request().model().value()),
        first.request().number(Parameter.SEED).map(seed -> Messages.of(locale, LookText.SEED, seed.toPlainString())),
        Optional.of(first.takes().first().value())).flatMap(Optional::stream).toList());
  }

  private List<ActionRow> rows(Generation first, List<Source> sources) {
    GenerationId request = first.takes().first();
    List<ActionRow> rows = new ArrayList<>();
    rows.add(ActionRow.of(button(request, ButtonAction.AGAIN, LookText.BUTTON_AGAIN),
        button(request, ButtonAction.EDIT, LookText.BUTTON_EDIT),
        button(request, ButtonAction.DETAILS, LookText.BUTTON_DETAILS)));
    List<Button> links = new ArrayList<>();
    sources.stream().filter(Source::fitsButton)
        .forEach(source -> links.add(Button.link(source.address(), source.label())));
    if (message instanceof EarlierMessage.Found) {
      takes.stream().flatMap(take -> MessageLinks.of(take).stream()).findFirst()
          .ifPresent(link -> links.add(Button.link(link, Messages.of(locale, LookText.OPEN_MESSAGE))));
    }
    if (!links.isEmpty()) {
      rows.add(ActionRow.of(links));
    }
    return rows;
  }

  private Button button(GenerationId request, ButtonAction action, LookText label) {
    return Button.secondary(action.customId(request), Messages.of(locale, label));
  }
}
