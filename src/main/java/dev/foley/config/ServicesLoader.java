package dev.foley.config;

import dev.foley.config.FoleySettings.Services;
import dev.foley.provider.ProviderLimits;
import dev.foley.provider.aimlapi.AimlApiSettings;
import dev.foley.provider.elevenlabs.ElevenLabsSettings;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Speech;
import dev.foley.provider.fal.FalSettings;
import dev.foley.provider.stability.StabilitySettings;
import dev.foley.provider.stability.StabilitySettings.AnswerForm;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how the services are reached. The keys of one without a secret are read too, so that their mistakes are told. */
final class ServicesLoader {
  private final Environment environment;
  private final Values values;

  ServicesLoader(Environment environment, Values values) {
    this.environment = environment;
    this.values = values;
  }

  Services load() {
    return new Services(aimlApi(), stability(), elevenLabs(), fal(), limits());
  }

  private Map<String, ProviderLimits> limits() {
    Map<String, ProviderLimits> limits = new HashMap<>();
    Keys.LIMITS.forEach((service, keys) -> limits.put(service, new ProviderLimits(values.get(keys.inFlight()),
        values.get(keys.perSecond()), ProviderLimits.DEFAULT.failuresInARow(), ProviderLimits.DEFAULT.openFor())));
    return Map.copyOf(limits);
  }

  private Optional<AimlApiSettings> aimlApi() {
    URI url = values.get(Keys.AIMLAPI_URL);
    Duration callTimeout = values.get(Keys.AIMLAPI_CALL_TIMEOUT);
    return environment.secret(SecretVariable.AIMLAPI_KEY).map(key -> new AimlApiSettings(url, key, callTimeout));
  }

  private Optional<StabilitySettings> stability() {
    URI url = values.get(Keys.STABILITY_URL);
    Duration callTimeout = values.get(Keys.STABILITY_CALL_TIMEOUT);
    Duration answerTimeout = values.get(Keys.STABILITY_ANSWER_TIMEOUT);
    AnswerForm answerForm = values.get(Keys.STABILITY_ANSWER_FORM);
    return environment.secret(SecretVariable.STABILITY_KEY)
        .map(key -> new StabilitySettings(url, key, callTimeout, answerTimeout, answerForm));
  }

  private Optional<ElevenLabsSettings> elevenLabs() {
    URI url = values.get(Keys.ELEVENLABS_URL);
    Duration callTimeout = values.get(Keys.ELEVENLABS_CALL_TIMEOUT);
    Duration answerTimeout = values.get(Keys.ELEVENLABS_ANSWER_TIMEOUT);
    ElevenLabsSettings.Formats formats = new ElevenLabsSettings.Formats(values.get(Keys.ELEVENLABS_SPEECH_FORMAT),
        values.get(Keys.ELEVENLABS_SOUND_FORMAT), values.get(Keys.ELEVENLABS_MUSIC_FORMAT));
    OptionalInt latency = values.get(Keys.ELEVENLABS_STREAMING_LATENCY).map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
    Speech speech = new Speech(values.get(Keys.ELEVENLABS_VOICE), values.get(Keys.ELEVENLABS_TEXT_NORMALIZATION),
        values.get(Keys.ELEVENLABS_LANGUAGE_NORMALIZATION), values.get(Keys.ELEVENLABS_SPEAKER_BOOST),
        values.get(Keys.ELEVENLABS_LOGGING), latency, values.get(Keys.ELEVENLABS_DICTIONARIES));
    return environment.secret(SecretVariable.ELEVENLABS_KEY)
        .map(key -> new ElevenLabsSettings(url, key, callTimeout, answerTimeout, formats, speech));
  }

  private Optional<FalSettings> fal() {
    URI queueUrl = values.get(Keys.FAL_QUEUE_URL);
    URI runUrl = values.get(Keys.FAL_RUN_URL);
    URI apiUrl = values.get(Keys.FAL_API_URL);
    boolean synchronous = values.get(Keys.FAL_SYNCHRONOUS);
    Duration callTimeout = values.get(Keys.FAL_CALL_TIMEOUT);
    Duration synchronousTimeout = values.get(Keys.FAL_SYNCHRONOUS_TIMEOUT);
    Duration startTimeout = values.get(Keys.FAL_START_TIMEOUT);
    return environment.secret(SecretVariable.FAL_KEY).map(key -> new FalSettings(queueUrl, runUrl, apiUrl, key,
        synchronous, callTimeout, synchronousTimeout, startTimeout));
  }
}
