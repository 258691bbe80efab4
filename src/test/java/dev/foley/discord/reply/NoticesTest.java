package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Take;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
  private static final Place REPLY = new Place.Reply(Samples.TOKEN);
  private static final Place CHANNEL = new Place.InChannel(Samples.CHANNEL);
  private static final Place DIRECT = new Place.Direct(Samples.MEMBER);
  private static final AudioArtifact WAV = Samples.wav(Path.of("result.wav"));

  @Test
  void aResultShowsItsPromptItsFactsAndItsFile() {
    assertThat(file(Samples.ready(WAV), REPLY)).isEqualTo(new Notice("", Optional.empty(),
        new Notice.Card("Music", "“warm lo-fi piano, rain”\n12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB", Notices.CALM,
            "stable-audio · made in 54 s · 0ABCDEFGHJKMN"),
        List.of(new Notice.Attachment(WAV.file(), "warm-lo-fi-piano-rain-0ABCDEFGHJKMN.wav")), List.of()));
  }

  @Test
  void aLateResultMentionsOnlyItsAuthor() {
    Notice notice = file(Samples.ready(WAV), CHANNEL);
    assertThat(notice.content()).isEqualTo("<@300> Your /music is ready.");
    assertThat(notice.mentions()).contains(Samples.MEMBER);
  }

  @Test
  void aDirectMessageSaysWhyItComes() {
    assertThat(file(Samples.ready(WAV), DIRECT).content()).contains("could not post it");
    assertThat(file(Samples.ready(WAV, Samples.directOrigin(), "x"), DIRECT).content()).isEmpty();
    assertThat(file(Samples.ready(WAV), DIRECT).mentions()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeBecomesALink() {
    Notice notice = link(Samples.ready(WAV), WAV, REPLY);
    assertThat(notice.attachments()).isEmpty();
    assertThat(notice.actions()).containsExactly(new Notice.Action.Link(WAV.source().orElseThrow(), "Download"));
    assertThat(notice.card().description()).contains("The file has 2.0 MB, more than can be posted here");
  }

  @Test
  void anAddressTooLongForAButtonStandsInTheText() {
    URI signed = URI.create("https://cdn.example.com/a_(1).wav?sig=" + "x".repeat(600));
    AudioArtifact audio = new AudioArtifact(WAV.file(), WAV.sizeBytes(), WAV.content(), Optional.of(signed));
    Notice notice = link(Samples.ready(audio), audio, REPLY);
    assertThat(notice.actions()).isEmpty();
    assertThat(notice.card().description())
        .contains("2.0 MB · [Download](https://cdn.example.com/a_%281%29.wav?sig=" + "x".repeat(600) + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.com/a", "data:audio/wav;base64,AA",
      "javascript:alert(1)",
      "https:opaque"})
  void onlyAddressesOfTheWebAreLinked(String address) {
    AudioArtifact audio = new AudioArtifact(WAV.file(), WAV.sizeBytes(), WAV.content(),
        Optional.of(URI.create(address)));
    assertThat(Part.linked(new Take.Sound(Samples.ready(audio), audio))).isInstanceOf(Part.TooLarge.class);
  }

  @Test
  void aFailureSaysWhyWhatItCostAndOffersAnotherTry() {
    Generation generation = Samples.generation(3,
        new GenerationState.Failing(FailureReason.DEADLINE_PASSED, Samples.ASKED));
    assertThat(Notices.of(List.of(new Part.Missing(generation, FailureReason.DEADLINE_PASSED)), REPLY))
        .isEqualTo(new Notice("",
            Optional.empty(),
            new Notice.Card("No sound this time", """
            The service did not finish in time. Please try again later. The service may have charged for it.

            “warm lo-fi piano, rain”""", Notices.SUBDUED, "0ABCDEFGHJKMN"),
            List.of(), List.of(new Notice.Action.Press("again:0ABCDEFGHJKMN", "Try again"))));
  }

  @Test
  void theLongestPromptLeavesRoomInTheEmbed() {
    Generation generation = Samples.ready(WAV, Samples.origin(), "*".repeat(6_000));
    assertThat(link(generation, WAV, CHANNEL).card().description().length()).isLessThan(1_000);
  }

  @Test
  void severalTakesAreOneCardWithALineEach() {
    List<Part> parts = List.of(new Part.File(take(1, 50), WAV), new Part.File(take(2, 61), WAV),
        new Part.Missing(take(3, 50), FailureReason.GENERATION_FAILED),
        Part.linked(new Take.Sound(take(4, 50), WAV)));
    assertThat(Notices.of(parts, REPLY)).isEqualTo(new Notice("", Optional.empty(),
        new Notice.Card("Music · 4 takes", """
            “warm lo-fi piano, rain”
            **1** · 12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB
            **2** · 12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB
            **3** · The service began and then gave up. Trying again often helps. Nothing was charged.
            **4** · 12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB

            Files that are too large to be posted here are linked. Save them soon: links of this kind expire.""",
            Notices.CALM, "stable-audio · made in 61 s · 0ABCDEFGHJKMN"),
        List.of(new Notice.Attachment(WAV.file(), "warm-lo-fi-piano-rain-0ABCDEFGHJKMN-1.wav"),
            new Notice.Attachment(WAV.file(), "warm-lo-fi-piano-rain-0ABCDEFGHJKMN-2.wav")),
        List.of(new Notice.Action.Link(WAV.source().orElseThrow(), "Download 4"))));
  }

  @Test
  void whatTheServiceReportedStandsInTheFooter() {
    Cost each = new Cost(new BigDecimal("12600"), CostUnit.AIML_CREDITS);
    List<Part> parts = List.of(new Part.File(charged(take(1, 50), each), WAV),
        new Part.File(charged(take(2, 50), each), WAV));
    assertThat(Notices.of(parts, REPLY).card().footer())
        .isEqualTo("stable-audio · made in 50 s · 25,200 AIML credits (0.01 USD) · 0ABCDEFGHJKMN");
  }

  @Test
  void whereAllTakesFailedForOneReasonItIsToldOnce() {
    List<Part> parts = List.of(new Part.Missing(take(1, 50), FailureReason.OUT_OF_CREDITS),
        new Part.Missing(take(2, 50), FailureReason.OUT_OF_CREDITS));
    assertThat(Notices.of(parts, REPLY).card().description()).isEqualTo("""
        This bot’s account at the service is used up. Please tell the host of the bot, or choose another model. \
        Nothing was charged.

        “warm lo-fi piano, rain”""");
  }

  @Test
  void whereTakesFailedForDifferentReasonsEachIsTold() {
    List<Part> parts = List.of(new Part.Missing(take(1, 50), FailureReason.CANCELLED),
        new Part.Missing(take(2, 50), FailureReason.DEADLINE_PASSED));
    assertThat(Notices.of(parts, REPLY).card()).isEqualTo(new Notice.Card("No sound this time", """
        **1** · Cancelled. Nothing was charged.
        **2** · The service did not finish in time. Please try again later. The service may have charged for it.

        “warm lo-fi piano, rain”""", Notices.SUBDUED, "0ABCDEFGHJKMN"));
  }

  @Test
  void whatWasCancelledIsToldQuietly() {
    Notice notice = Notices.of(List.of(new Part.Missing(Samples.pending(2), FailureReason.CANCELLED)), REPLY);
    assertThat(notice.card()).isEqualTo(new Notice.Card("Cancelled",
        "Nothing was charged.\n\n“warm lo-fi piano, rain”", Notices.QUIET, "0ABCDEFGHJKMN"));
    assertThat(notice.actions()).containsExactly(new Notice.Action.Press("again:0ABCDEFGHJKMN", "Try again"));
  }

  @Test
  void eachKindOfSoundHasItsTitleAndItsCommand() {
    Generation speech = new Generation(Samples.ID, 3, Samples.origin(),
        new AudioRequest(new ModelId("speaker"), SoundKind.SPEECH, "Good evening.", Map.of()), Takes.single(Samples.ID),
        Optional.empty(),
        Samples.ASKED, 0, Optional.empty(), Timing.NONE, Samples.readyAfter(WAV, 2));
    Notice notice = file(speech, CHANNEL);
    assertThat(notice.content()).isEqualTo("<@300> Your /speak is ready.");
    assertThat(notice.card().title()).isEqualTo("Speech");
    assertThat(notice.card().description()).startsWith("“Good evening.”\n12.0 s");
  }

  /** Four addresses of the greatest length, beside the longest prompt. */
  @Test
  void longAddressesOfSeveralTakesLeaveRoomInTheEmbed() {
    AudioArtifact audio = new AudioArtifact(WAV.file(), WAV.sizeBytes(), WAV.content(),
        Optional.of(URI.create("https://cdn.example.com/" + "x".repeat(720))));
    List<Part> parts = IntStream.rangeClosed(1, 4)
        .mapToObj(number -> Part.linked(new Take.Sound(take(number, 50), audio))).toList();
    assertThat(parts).allMatch(Part.Link.class::isInstance);
    assertThat(Notices.of(parts, CHANNEL).card().description().length()).isLessThan(4_096);
  }

  private static Generation take(int number, int seconds) {
    return Samples.take(number, 4, 3, Samples.readyAfter(WAV, seconds));
  }

  private static Generation charged(Generation take, Cost cost) {
    return new Generation(take.id(), take.version(), take.origin(), take.request(), take.takes(), Optional.empty(),
        take.createdAt(), 0,
        Optional.of(cost), Timing.NONE, take.state());
  }

  private static Notice file(Generation generation, Place place) {
    return Notices.of(List.of(new Part.File(generation, WAV)), place);
  }

  private static Notice link(Generation generation, AudioArtifact audio, Place place) {
    return Notices.of(List.of(Part.linked(new Take.Sound(generation, audio))), place);
  }
}
