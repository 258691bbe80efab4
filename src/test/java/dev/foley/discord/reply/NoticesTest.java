package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.Transcoder;
import dev.foley.discord.Samples;
import dev.foley.generation.Flaw;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Lineage;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticesTest {
  private static final Place REPLY = new Place.Reply(Samples.TOKEN);
  private static final Place CHANNEL = new Place.InChannel(Samples.CHANNEL);
  private static final Place DIRECT = new Place.Direct(Samples.MEMBER);
  private static final AudioArtifact WAV = Samples.wav(Path.of("result.wav"));
  private static final String ADDRESS = "https://cdn.example.com/result.wav?sig=1";
  private static final Notice.Action.Link DOWNLOAD = new Notice.Action.Link(WAV.source().orElseThrow(), "Download");
  private static final String ABOUT = "about 25,200 AIML credits (0.01 USD)";

  @Test
  void aResultShowsItsPromptItsFactsItsFileAndItsButtons() {
    assertThat(file(Samples.ready(WAV), REPLY)).isEqualTo(new Notice("", Optional.empty(),
        new Notice.Card("Music", "“warm lo-fi piano, rain”\n12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB", Notices.CALM,
            "stable-audio · " + ABOUT + " · made in 54 s · 0ABCDEFGHJKMN"),
        List.of(new Notice.Attachment(WAV.file(), "warm-lo-fi-piano-rain-0ABCDEFGHJKMN.wav")),
        List.of(press("again", "Again"), press("edit", "Edit"), press("longer", "Longer"), press("details", "Details"),
            press("delete", "Delete"))));
  }

  @Test
  void whatItsModelDoesNotMakeIsNotOffered() {
    Notice notice = new Notices(Outlook.NONE).of(form(new Part.File(Samples.ready(WAV), WAV)), REPLY);
    assertThat(notice.actions()).doesNotContain(press("longer", "Longer")).hasSize(4);
    assertThat(notice.card().footer()).isEqualTo("stable-audio · made in 54 s · 0ABCDEFGHJKMN");
  }

  @Test
  void whatOnlyItsMemberSeesIsDismissedRatherThanDeleted() {
    Generation generation = Samples.ready(WAV, Samples.privateOrigin(), "x");
    assertThat(file(generation, REPLY).actions()).doesNotContain(press("delete", "Delete"));
    assertThat(file(generation, DIRECT).actions()).contains(press("delete", "Delete"));
  }

  @Test
  void aSeedThatWasAskedForIsShown() {
    AudioRequest request = new AudioRequest(Samples.STABLE_AUDIO.id(), SoundKind.MUSIC, "rain",
        Map.of(Parameter.SEED, ParameterValue.of(4_294_967)));
    assertThat(file(asking(request, Optional.empty()), REPLY).card().footer())
        .startsWith("stable-audio · seed 4294967 · ");
  }

  @ParameterizedTest
  @EnumSource(Lineage.Kind.class)
  void whereItComesFromIsToldInSmallPrint(Lineage.Kind kind) {
    Generation generation = asking(Samples.request("rain"), Optional.of(new Lineage(Samples.ID, kind)));
    assertThat(file(generation, REPLY).card().description()).endsWith(switch (kind) {
      case AGAIN -> "\n-# Again of 0ABCDEFGHJKMN";
      case EDIT -> "\n-# Edited from 0ABCDEFGHJKMN";
      case LONGER -> "\n-# Longer than 0ABCDEFGHJKMN";
      case REMIX -> "\n-# Remix of 0ABCDEFGHJKMN";
    });
  }

  @Test
  void flawsAreToldALineEach() {
    Notices notices = new Notices(new FakeOutlook() {
      @Override
      public Set<Flaw> flaws(Generation generation, AudioArtifact audio) {
        return EnumSet.allOf(Flaw.class);
      }
    });
    assertThat(notices.of(form(new Part.File(Samples.ready(WAV), WAV)), REPLY).card().description()).endsWith("""
        2.0 MB
        -# Its loudest places are clipped, so they may crackle.
        -# It is not as long as it was asked to be.""");
    assertThat(notices.of(form(new Part.File(take(1, 50), WAV), new Part.File(take(2, 50), WAV)), REPLY).card()
        .description()).contains("\n-# Take 2: Its loudest places are clipped");
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
  void flacIsExplained() {
    Notice notice = of(new Part.Lossless(Samples.ready(WAV), WAV, made("flac", AudioContainer.FLAC)));
    assertThat(notice.attachments()).containsExactly(
        new Notice.Attachment(Path.of("made.flac"), "warm-lo-fi-piano-rain-0ABCDEFGHJKMN.flac"));
    assertThat(notice.card().description()).endsWith("""
        12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB · here as FLAC, 1.0 MB
        -# FLAC, which is lossless, because the WAV is larger than what can be posted here.""");
  }

  @Test
  void aSmallerCopyLeadsToTheWholeIfItCan() {
    Transcoder.Made copy = made("mp3", AudioContainer.MP3);
    Notice linked = of(new Part.Preview(Samples.ready(WAV), WAV, copy, Optional.of(ADDRESS)));
    assertThat(linked.attachments()).hasSize(1);
    assertThat(linked.actions()).last().isEqualTo(DOWNLOAD);
    assertThat(linked.card().description()).contains("here as MP3, 1.0 MB", "The link leads to all of it.");

    Notice alone = of(new Part.Preview(Samples.ready(WAV), WAV, copy, Optional.empty()));
    assertThat(alone.attachments()).hasSize(1);
    assertThat(alone.actions()).doesNotContain(DOWNLOAD);
    assertThat(alone.card().description()).contains("here as MP3, 1.0 MB", "Ask for a shorter one");
  }

  @Test
  void whatHasNoSmallerFormBecomesALink() {
    Notice notice = of(new Part.Link(Samples.ready(WAV), WAV, ADDRESS));
    assertThat(notice.attachments()).isEmpty();
    assertThat(notice.actions()).hasSize(6).last().isEqualTo(DOWNLOAD);
    assertThat(notice.card().description()).contains("The file has 2.0 MB, more than can be posted here");
  }

  @Test
  void anAddressTooLongForAButtonStandsInTheText() {
    String signed = "https://cdn.example.com/a_%281%29.wav?sig=" + "x".repeat(600);
    Notice notice = of(new Part.Link(Samples.ready(WAV), WAV, signed));
    assertThat(notice.actions()).hasSize(5);
    assertThat(notice.card().description()).contains("2.0 MB · [Download](" + signed + ")");
  }

  @Test
  void besideAVoiceMessageThereIsNoFile() {
    Notice notice = of(new Part.Spoken(Samples.ready(WAV), WAV));
    assertThat(notice.attachments()).isEmpty();
    assertThat(notice.actions()).hasSize(5);
    assertThat(notice.card().description()).endsWith("2.0 MB");
  }

  @Test
  void whatCannotBePostedAtAllIsNoSound() {
    Notice notice = of(new Part.TooLarge(Samples.ready(WAV), WAV));
    assertThat(notice.card().title()).isEqualTo("No sound this time");
    assertThat(notice.card().description())
        .startsWith("“warm lo-fi piano, rain”\nThe sound was made, but it has 2.0 MB");
    assertThat(notice.actions()).containsExactly(press("details", "Details"));
  }

  @Test
  void aFailureSaysWhyWhatItCostAndOffersAnotherTry() {
    Generation generation = Samples.generation(3,
        new GenerationState.Failing(FailureReason.DEADLINE_PASSED, Samples.ASKED));
    assertThat(of(new Part.Missing(generation, FailureReason.DEADLINE_PASSED)))
        .isEqualTo(new Notice("", Optional.empty(), new Notice.Card("No sound this time", """
            “warm lo-fi piano, rain”
            The service did not finish in time. Please try again later. The service may have charged for it.""",
            Notices.SUBDUED, "stable-audio · 0ABCDEFGHJKMN"), List.of(), List.of(press("retry", "Try again"))));
  }

  @Test
  void theLongestPromptLeavesRoomInTheEmbed() {
    Generation generation = Samples.ready(WAV, Samples.origin(), "*".repeat(6_000));
    assertThat(of(new Part.Link(generation, WAV, ADDRESS)).card().description().length()).isLessThan(1_000);
  }

  @Test
  void severalTakesAreOneCardWithALineEach() {
    Notice notice = of(new Part.File(take(1, 50), WAV), new Part.File(take(2, 61), WAV),
        new Part.Missing(take(3, 50), FailureReason.GENERATION_FAILED), new Part.Link(take(4, 50), WAV, ADDRESS));
    assertThat(notice.card()).isEqualTo(new Notice.Card("Music · 4 takes", """
        “warm lo-fi piano, rain”
        **1** · 12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB
        **2** · 12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB
        **3** · The service began and then gave up. Trying again often helps. Nothing was charged.
        **4** · 12.0 s · 44.1 kHz stereo 16-bit WAV · 2.0 MB
        -# Files that are too large to be posted here are linked. Save them soon: links of this kind expire.""",
        Notices.CALM, "stable-audio · about 75,600 AIML credits (0.04 USD) · made in 61 s · 0ABCDEFGHJKMN"));
    assertThat(notice.attachments()).containsExactly(
        new Notice.Attachment(WAV.file(), "warm-lo-fi-piano-rain-0ABCDEFGHJKMN-1.wav"),
        new Notice.Attachment(WAV.file(), "warm-lo-fi-piano-rain-0ABCDEFGHJKMN-2.wav"));
    assertThat(notice.actions()).hasSize(6).last()
        .isEqualTo(new Notice.Action.Link(WAV.source().orElseThrow(), "Download 4"));
  }

  @Test
  void whatTheServiceReportedStandsInTheFooterWithoutAbout() {
    Cost each = new Cost(new BigDecimal("12600"), CostUnit.AIML_CREDITS);
    assertThat(of(new Part.File(charged(take(1, 50), each), WAV), new Part.File(charged(take(2, 50), each), WAV))
        .card().footer())
        .isEqualTo("stable-audio · 25,200 AIML credits (0.01 USD) · made in 50 s · 0ABCDEFGHJKMN");
    assertThat(of(new Part.File(charged(take(1, 50), each), WAV), new Part.File(take(2, 50), WAV)).card().footer())
        .contains(" · about 37,800 AIML credits");
  }

  @Test
  void whereAllTakesFailedForOneReasonItIsToldOnce() {
    assertThat(of(new Part.Missing(take(1, 50), FailureReason.OUT_OF_CREDITS),
        new Part.Missing(take(2, 50), FailureReason.OUT_OF_CREDITS)).card().description()).isEqualTo("""
            “warm lo-fi piano, rain”
            This bot’s account at the service is used up. Please tell the host of the bot, or choose another model. \
            Nothing was charged.""");
  }

  @Test
  void whereTakesFailedForDifferentReasonsEachIsTold() {
    assertThat(of(new Part.Missing(take(1, 50), FailureReason.CANCELLED),
        new Part.Missing(take(2, 50), FailureReason.DEADLINE_PASSED)).card())
        .isEqualTo(new Notice.Card("No sound this time", """
            “warm lo-fi piano, rain”
            **1** · Cancelled. Nothing was charged.
            **2** · The service did not finish in time. Please try again later. The service may have charged for it.""",
            Notices.SUBDUED, "stable-audio · 0ABCDEFGHJKMN"));
  }

  @Test
  void whatWasCancelledIsToldQuietly() {
    Notice notice = of(new Part.Missing(Samples.pending(2), FailureReason.CANCELLED));
    assertThat(notice.card()).isEqualTo(new Notice.Card("Cancelled",
        "“warm lo-fi piano, rain”\nNothing was charged.", Notices.QUIET, "stable-audio · 0ABCDEFGHJKMN"));
    assertThat(notice.actions()).containsExactly(press("retry", "Try again"));
  }

  @Test
  void eachKindOfSoundHasItsTitleAndItsCommand() {
    AudioRequest request = new AudioRequest(new ModelId("speaker"), SoundKind.SPEECH, "Good evening.", Map.of());
    Notice notice = file(asking(request, Optional.empty()), CHANNEL);
    assertThat(notice.content()).isEqualTo("<@300> Your /speak is ready.");
    assertThat(notice.card().title()).isEqualTo("Speech");
    assertThat(notice.card().description()).startsWith("“Good evening.”\n12.0 s");
  }

  /** Four addresses of the greatest length, beside the longest prompt. */
  @Test
  void longAddressesOfSeveralTakesLeaveRoomInTheEmbed() {
    Part[] parts = IntStream.rangeClosed(1, 4).<Part>mapToObj(number -> new Part.Link(take(number, 50), WAV,
        "https://cdn.example.com/" + "x".repeat(Part.MAX_ADDRESS / 4 - 24))).toArray(Part[]::new);
    assertThat(of(parts).card().description().length()).isLessThan(4_096);
  }

  private static Notice.Action.Press press(String kind, String label) {
    return new Notice.Action.Press(kind + ":0ABCDEFGHJKMN", label);
  }

  private static Transcoder.Made made(String extension, AudioContainer container) {
    return new Transcoder.Made(Path.of("made." + extension), 1 << 20, container, Duration.ofSeconds(12));
  }

  private static Generation take(int number, int seconds) {
    return Samples.take(number, 4, 3, Samples.readyAfter(WAV, seconds));
  }

  private static Generation asking(AudioRequest request, Optional<Lineage> lineage) {
    return new Generation(Samples.ID, 3, Samples.origin(), request, Takes.single(Samples.ID), lineage, Samples.ASKED, 0,
        Optional.empty(), Timing.NONE, Samples.readyAfter(WAV, 2));
  }

  private static Generation charged(Generation take, Cost cost) {
    return new Generation(take.id(), take.version(), take.origin(), take.request(), take.takes(), Optional.empty(),
        take.createdAt(), 0, Optional.of(cost), Timing.NONE, take.state());
  }

  private static Notice file(Generation generation, Place place) {
    return new Notices(new FakeOutlook()).of(form(new Part.File(generation, WAV)), place);
  }

  private static Notice of(Part... parts) {
    return new Notices(new FakeOutlook()).of(form(parts), REPLY);
  }

  private static Letter.Form form(Part... parts) {
    return new Letter.Form(List.of(parts), Optional.empty());
  }
}
