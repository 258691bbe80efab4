package dev.foley.discord.reply;

import dev.foley.discord.interaction.Sent;
import dev.foley.discord.interaction.TokenLife;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.ChannelId;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.Origin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Finds a way to the member: the reply while its token lives, else a message in the channel unless the answer is private, else a
 * direct message.
 *
 * <p><b>Once, although repeated.</b> A call may be a repeat: the process may have died, or the answer been lost, after Discord took
 * the message. Editing the reply again changes nothing. New messages carry a nonce, by which Discord drops a repeat within
 * minutes; after that nothing helps but to look, so before each new message the bot's own ones are looked through for the
 * request's id. If Discord cannot be asked, nothing is posted. This way is rare (after a quarter of an hour, or when the token
 * failed early), so the look costs little.
 *
 * <p><b>In the best form.</b> The file as it is, else as lossless FLAC, else a smaller copy beside a link to the whole, else the link.
 * What is above the interaction's limit is not tried, and where Discord finds a message too large all the same, the next form is
 * posted in the same place. No form is made before it is needed.
 *
 * <p><b>Nothing is left pending.</b> Once a new message stands in the channel, the reply that still says "Generating" is edited
 * by the channel's route, which needs no token, to point to it.
 */
final class DeliveryLadder {
  private final DiscordMessages messages;
  private final Notices notices;
  private final VoiceMessages voices;
  private final InstantSource clock;

  DeliveryLadder(DiscordMessages messages, Notices notices, VoiceMessages voices, InstantSource clock) {
    this.messages = messages;
    this.notices = notices;
    this.voices = voices;
    this.clock = clock;
  }

  /** @param renderings of this delivery alone */
  DeliveryOutcome deliver(Letter letter, Renderings renderings) {
    Optional<Sent> voice = voices.post(letter, renderings);
    if (voice.isPresent() && voice.get() instanceof Sent.NotNow(var retryAfter, String detail)) {
      return new DeliveryOutcome.NotNow(retryAfter, detail);
    }
    return deliver(letter, voice.isPresent()
        ? List.of(() -> letter.spoken(renderings))
        : forms(letter, renderings));
  }

  /** @param forms best first, made when they are needed */
  private DeliveryOutcome deliver(Letter letter, List<Supplier<Letter.Form>> forms) {
    List<String> closed = new ArrayList<>();
    for (Place place : places(letter.origin(), clock.instant())) {
      switch (deliver(letter, forms, place)) {
        case Told(Sent.Posted(long messageId, var direct), boolean complete) -> {
          return complete
              ? new DeliveryOutcome.Posted(messageId, direct)
              : new DeliveryOutcome.Impossible("too large for a file, and no address to post; the member was told");
        }
        case Told(Sent.NotNow(var retryAfter, String detail), _) -> {
          return new DeliveryOutcome.NotNow(retryAfter, detail);
        }
        case Told(Sent.TooLarge _, _) -> closed.add("too large");
        case Told(Sent.Closed(String detail), _) -> closed.add(detail);
      }
    }
    return new DeliveryOutcome.Impossible(String.join("; ", closed));
  }

  /** In the reply and nowhere else, in the best form that fits there. */
  Sent repeat(Letter letter, String above, Renderings renderings) {
    Place place = new Place.Reply(letter.origin().interactionToken());
    return firstThatFits(letter, forms(letter, renderings), place, notice -> notice.below(above)).sent();
  }

  /** Best first, made when they are needed. */
  private static List<Supplier<Letter.Form>> forms(Letter letter, Renderings renderings) {
    return Arrays.stream(Part.Rung.values()).<Supplier<Letter.Form>>map(rung -> () -> letter.form(rung, renderings))
        .toList();
  }

  /** @param complete whether the member got what the letter is about */
  private record Told(Sent sent, boolean complete) {}

  /** Empty without a guild: a channel of the bot's own is the member's direct channel, any other one is closed to it. */
  private static List<Place> places(Origin origin, Instant now) {
    List<Place> places = new ArrayList<>();
    if (!TokenLife.isOver(origin, now)) {
      places.add(new Place.Reply(origin.interactionToken()));
    }
    if (origin.guild().isPresent() && !origin.isPrivate()) {
      places.add(new Place.InChannel(origin.channel()));
    }
    places.add(new Place.Direct(origin.member()));
    return places;
  }

  private Told deliver(Letter letter, List<Supplier<Letter.Form>> forms, Place place) {
    if (place instanceof Place.Reply) {
      return firstThatFits(letter, forms, place, UnaryOperator.identity());
    }
    Optional<List<OwnMessage>> looked = messages.ownMessages(place, letter.origin().interactionId());
    if (looked.isEmpty()) {
      return new Told(new Sent.NotNow(Optional.empty(), "could not look for an earlier message"), false);
    }
    List<OwnMessage> own = looked.get();
    Told told = own.stream().filter(letter::isTrace).findFirst()
        .map(message -> new Told(new Sent.Posted(message.id(), direct(place, message.channel())), true))
        .orElseGet(() -> firstThatFits(letter, forms, place, UnaryOperator.identity()));
    if (told.sent() instanceof Sent.Posted(long messageId, _) && place instanceof Place.InChannel) {
      tidy(letter, own, messageId);
    }
    return told;
  }

  private static Optional<ChannelId> direct(Place place, ChannelId channel) {
    return place instanceof Place.Direct ? Optional.of(channel) : Optional.empty();
  }

  private Told firstThatFits(Letter letter, List<Supplier<Letter.Form>> forms, Place place,
      UnaryOperator<Notice> dressing) {
    Sent sent = new Sent.TooLarge();
    Set<List<Part>> refused = new HashSet<>();
    for (Supplier<Letter.Form> next : forms) {
      Letter.Form form = next.get();
      if (refused.add(form.parts())) {
        sent = messages.send(place, dressing.apply(notices.of(form, place)), letter.nonce());
        if (!(sent instanceof Sent.TooLarge)) {
          return new Told(sent, form.hasSound() || !letter.hasSound());
        }
      }
    }
    return new Told(sent, false);
  }

  private void tidy(Letter letter, List<OwnMessage> own, long newMessageId) {
    Origin origin = letter.origin();
    String link = "https://discord.com/channels/" + origin.guild().orElseThrow() + "/" + origin.channel() + "/"
        + Long.toUnsignedString(newMessageId);
    own.stream().filter(message -> message.isProgressOf(letter.request())).forEach(message -> messages
        .replace(origin.channel(), message.id(), Messages.of(origin.locale(), Text.FINISHED, link)));
  }
}
