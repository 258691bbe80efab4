package dev.foley.discord;

import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.Generation;
import dev.foley.generation.Origin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a way to the member: the reply while its token lives, else a message in the channel, else a direct message.
 *
 * <p><b>Once, although repeated.</b> A call may be a repeat: the process may have died, or the answer been lost, after Discord took
 * the message. Editing the reply again changes nothing. New messages carry a nonce, by which Discord drops a repeat within
 * minutes; after that nothing helps but to look, so before each new message the bot's own ones are looked through for the
 * generation's id. If Discord cannot be asked, nothing is posted. This way is rare (after a quarter of an hour, or when the token
 * failed early), so the look costs little.
 *
 * <p><b>Nothing is left pending.</b> Once a new message stands in the channel, the reply that still says "Generating" is edited
 * by the channel's route, which needs no token, to point to it.
 */
final class DeliveryLadder {
  private final DiscordMessages messages;
  private final InstantSource clock;

  DeliveryLadder(DiscordMessages messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
  }

  DeliveryOutcome deliver(Generation generation, Letter letter) {
    List<String> closed = new ArrayList<>();
    for (Place place : places(generation.origin(), clock.instant())) {
      switch (deliver(generation, letter, place)) {
        case Sent.Posted(long messageId) -> {
          return new DeliveryOutcome.Posted(messageId);
        }
        case Sent.NotNow(var retryAfter, String detail) -> {
          return new DeliveryOutcome.NotNow(retryAfter, detail);
        }
        case Sent.TooLarge _ -> closed.add("the file is too large and its address cannot be posted");
        case Sent.Closed(String detail) -> closed.add(detail);
      }
    }
    return new DeliveryOutcome.Impossible(String.join("; ", closed));
  }

  /** Empty without a guild: a channel of the bot's own is the member's direct channel, any other one is closed to it. */
  private static List<Place> places(Origin origin, Instant now) {
    List<Place> places = new ArrayList<>();
    if (!TokenLife.isOver(origin, now)) {
      places.add(new Place.Reply(origin.interactionToken()));
    }
    if (origin.guild().isPresent()) {
      places.add(new Place.InChannel(origin.channel()));
    }
    places.add(new Place.Direct(origin.member()));
    return places;
  }

  private Sent deliver(Generation generation, Letter letter, Place place) {
    if (place instanceof Place.Reply) {
      return firstThatFits(letter, place);
    }
    Optional<List<OwnMessage>> looked = messages.ownMessages(place, generation.origin().interactionId());
    if (looked.isEmpty()) {
      return new Sent.NotNow(Optional.empty(), "could not look for an earlier message");
    }
    List<OwnMessage> own = looked.get();
    Sent sent = own.stream().filter(letter.trace()).findFirst()
        .<Sent>map(message -> new Sent.Posted(message.id()))
        .orElseGet(() -> firstThatFits(letter, place));
    if (sent instanceof Sent.Posted(long messageId) && place instanceof Place.InChannel) {
      tidy(generation, own, messageId);
    }
    return sent;
  }

  private Sent firstThatFits(Letter letter, Place place) {
    Sent sent = new Sent.TooLarge();
    for (var form : letter.forms()) {
      Optional<Notice> notice = form.apply(place);
      if (notice.isPresent()) {
        sent = messages.send(place, notice.get(), letter.nonce());
        if (!(sent instanceof Sent.TooLarge)) {
          return sent;
        }
      }
    }
    return sent;
  }

  private void tidy(Generation generation, List<OwnMessage> own, long newMessageId) {
    Origin origin = generation.origin();
    String link = "https://discord.com/channels/" + origin.guild().orElseThrow() + "/" + origin.channel() + "/"
        + Long.toUnsignedString(newMessageId);
    own.stream().filter(message -> message.isProgressOf(generation.id())).forEach(message -> messages
        .replace(origin.channel(), message.id(), Messages.of(origin.locale(), Text.FINISHED, link)));
  }
}
