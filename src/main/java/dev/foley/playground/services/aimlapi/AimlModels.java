package dev.foley.playground.services.aimlapi;

import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Chance;
import dev.foley.playground.services.aimlapi.AimlField.Choice;
import dev.foley.playground.services.aimlapi.AimlField.Flag;
import dev.foley.playground.services.aimlapi.AimlField.Group;
import dev.foley.playground.services.aimlapi.AimlField.Text;
import dev.foley.playground.services.aimlapi.AimlField.Whole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The models of {@code /v2/generate/audio} that this simulator knows, by their pages of August 2026.
 *
 * <p>Prices: 252 credits a step and 390,000 for a song of Music 2.6 were published; the others are of the same order.
 */
final class AimlModels {
  /** 32.768 s at 48 kHz are the size of the published example, but for its header. */
  private static final Duration LYRIA_LENGTH = Duration.ofMillis(32_768);
  private static final Duration INSTRUMENTAL = Duration.ofSeconds(30);
  private static final Duration SONG_FRAME = Duration.ofSeconds(10);
  private static final Duration SUNG_CHARACTER = Duration.ofMillis(80);
  private static final Duration LONGEST_SONG = Duration.ofSeconds(60);

  private static final Group AUDIO_SETTING = new Group("audio_setting", List.of(
      Choice.of("audio_sample_rate", 16_000, 24_000, 32_000, 44_100),
      Choice.of("bitrate", 32_000, 64_000, 128_000, 256_000),
      Choice.of("format", "mp3", "wav", "pcm")));

  private static final List<AimlModel> ALL = List.of(
      new AimlModel("stable-audio", "Stable Audio", "Stability AI",
          List.of(new Text("prompt", true, 0, AimlField.ANY_LENGTH),
              new Whole("seconds_start", 1, 47L, null), // what it does is not documented; a sketch has no part
              Whole.between("seconds_total", 1, 47, 30),
              Whole.between("steps", 1, 1_000, 100)),
          request -> Duration.ofSeconds(request.whole("seconds_total")), _ -> AudioCoding.CD_WAV,
          new AimlPrice.PerStep(), idEndingIn("stable-audio"), AimlStorage.FLAMINGO),
      new AimlModel("elevenlabs/eleven_music", "Eleven Music", "ElevenLabs",
          List.of(new Text("prompt", true, 0, 2_000), Whole.between("music_length_ms", 10_000, 300_000, 10_000)),
          request -> Duration.ofMillis(request.whole("music_length_ms")), _ -> AudioCoding.mp3(44_100, 2, 128_000),
          new AimlPrice.PerSecond(34_000), idEndingIn("elevenlabs/eleven_music"), AimlStorage.HIPPOPOTAMUS),
      new AimlModel("google/lyria2", "Lyria 2", "Google",
          List.of(new Text("prompt", true, 0, AimlField.ANY_LENGTH),
              new Text("negative_prompt", false, 0, AimlField.ANY_LENGTH),
              new Whole("seed", 0, null, null)),
          _ -> LYRIA_LENGTH, _ -> AudioCoding.wav(48_000, 2),
          new AimlPrice.Flat(120_000), idEndingIn("lyria2"), AimlStorage.EAGLE),
      minimax("minimax/music-1.5", "MiniMax Music 1.5",
          List.of(new Text("prompt", true, 10, 300), new Text("lyrics", true, 10, 3_000), AUDIO_SETTING),
          new AimlPrice.Flat(78_000), idEndingIn("minimax/music-1.5")),
      minimax("minimax/music-2.0", "MiniMax Music 2.0",
          List.of(new Text("prompt", true, 10, 2_000), new Text("lyrics", true, 10, 3_000), AUDIO_SETTING),
          new AimlPrice.Flat(78_000), idEndingIn("minimax/music-2.0")),
      minimax("minimax/music-2.6", "MiniMax Music 2.6",
          List.of(new Text("prompt", false, 0, 2_000), new Text("lyrics", false, 0, 3_000),
              new Flag("lyrics_optimizer"), new Flag("is_instrumental"), AUDIO_SETTING),
          new AimlPrice.Flat(390_000), chance -> chance.token(21)));

  private AimlModels() {}

  static List<AimlModel> all() {
    return ALL;
  }

  static Optional<AimlModel> find(String id) {
    return ALL.stream().filter(model -> model.id().equals(id)).findAny();
  }

  /** All ids, as a complaint names them. */
  static String names() {
    return ALL.stream().map(model -> "'" + model.id() + "'").collect(Collectors.joining(" | "));
  }

  private static AimlModel minimax(String id, String name, List<AimlField> fields, AimlPrice price,
      Function<Chance, String> ids) {
    return new AimlModel(id, name, "MiniMax", fields, AimlModels::songLength, AimlModels::chosenCoding, price, ids,
        AimlStorage.SIGNED);
  }

  private static Function<Chance, String> idEndingIn(String suffix) {
    return chance -> chance.uuid() + ":" + suffix;
  }

  /** The real ones sing as long as the words need; a sketch of that is shorter. */
  private static Duration songLength(AimlRequest request) {
    String lyrics = request.text("lyrics");
    if (lyrics.isEmpty()) {
      return INSTRUMENTAL;
    }
    Duration sung = SONG_FRAME.plus(SUNG_CHARACTER.multipliedBy(lyrics.length()));
    return sung.compareTo(LONGEST_SONG) < 0 ? sung : LONGEST_SONG;
  }

  private static AudioCoding chosenCoding(AimlRequest request) {
    var setting = request.group("audio_setting");
    int rate = setting.path("audio_sample_rate").asInt();
    return switch (setting.path("format").asText()) {
      case "wav" -> AudioCoding.wav(rate, 2);
      case "pcm" -> AudioCoding.pcm(rate, 2);
      default -> AudioCoding.mp3(rate, 2, setting.path("bitrate").asInt());
    };
  }
}
