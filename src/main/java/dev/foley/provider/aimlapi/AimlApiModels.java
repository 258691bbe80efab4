package dev.foley.provider.aimlapi;

import dev.foley.provider.AudioModel;
import dev.foley.provider.IntegerRange;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ProviderName;
import java.util.List;
import java.util.Map;

/** What AIML API offers, as data; known without a key. */
public final class AimlApiModels {
  public static final ProviderName PROVIDER = new ProviderName("aimlapi");

  /**
   * The service states no limit for the prompt. 2,000 characters is what its other music models state, more than a
   * prompt for this model has use for, and as much as one Discord message shows.
   *
   * <p>{@code steps} begins at 2: the page says 1, the service behind it says 2, and one step is noise. A second of
   * the result is 44.1 kHz, stereo, 16 bits.
   *
   * @see "AIML API: Stable Audio, schema of December 2025"
   */
  public static final AudioModel STABLE_AUDIO = new AudioModel(new ModelId("stable-audio"), PROVIDER, 2_000,
      Map.of(
          Parameter.SECONDS, IntegerRange.of(1, 47, 30),
          Parameter.STEPS, IntegerRange.of(2, 1_000, 100),
          Parameter.START, IntegerRange.withoutDefault(1, 47)),
      176_400);

  public static final List<AudioModel> ALL = List.of(STABLE_AUDIO);

  private AimlApiModels() {}
}
