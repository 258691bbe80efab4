package dev.foley.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.SoundKind;
import dev.foley.provider.Voice;
import java.util.List;

/** A small catalogue of models as different as the real ones, which does not change when those do. */
public final class Models {
  private static final String YAML = """
      - id: loops
        provider: aimlapi
        makes: [music, sound]
        prompt: [1, 2000]
        parameters:
          seconds: {whole: [1, 47], default: 30}
          steps: {whole: [2, 1000], default: 100}
          start: {whole: [1, 47]}
        formats: {wav: 176400}
        price: {unit: aiml-credits, perStep: 252}
        linked: true
      - id: songs/large
        provider: aimlapi
        makes: [music]
        prompt: [10, 300]
        parameters:
          lyrics: {text: [10, 3000], required: true}
          seed: {whole: [0, 4294967295]}
          negative: {text: [1, 2000]}
        formats: {mp3: 32000}
        usualSeconds: 90
        linked: true
      - id: long-audio
        provider: stability
        makes: [music, sound]
        prompt: [1, 10000]
        parameters:
          seconds: {decimal: [1, 190], default: 190}
          seed: {whole: [0, 4294967294]}
          guidance: {decimal: [1, 25]}
          format: {}
        formats: {wav: 176400, mp3: 24000}
        price: {unit: stability-credits, base: 20}
      - id: effects
        provider: elevenlabs
        makes: [sound]
        prompt: [1, 450]
        parameters:
          seconds: {decimal: [0.5, 22]}
          influence: {decimal: [0, 1], default: 0.3}
          loop: {flag: true}
        formats: {mp3: 16000}
        usualSeconds: 8
      - id: speaker
        provider: elevenlabs
        makes: [speech]
        prompt: [1, 10000]
        parameters:
          voice: {voice: true}
          stability: {decimal: [0, 1]}
          similarity: {decimal: [0, 1]}
          style: {decimal: [0, 1]}
          speed: {decimal: [0.7, 1.2], default: 1}
          language: {text: [2, 2]}
          seed: {whole: [0, 4294967295]}
        formats: {wav: 48000}
        price: {unit: elevenlabs-credits, perCharacter: 0.5}
      - id: plain-speaker
        provider: fal
        makes: [speech]
        prompt: [1, 300]
        formats: {wav: 48000}
      """;
  public static final List<AudioModel> ALL = read();
  public static final List<Voice> VOICES = List.of(new Voice("v1", "George", "male, British"),
      new Voice("v2", "Ada", ""),
      new Voice("v3", "Geraldine", "female"), new Voice("v4", "Twin", "one"), new Voice("v5", "Twin", "other"));

  private Models() {}

  public static AudioModel model(String id) {
    return ALL.stream().filter(model -> model.id().value().equals(id)).findFirst().orElseThrow();
  }

  public static List<AudioModel> of(SoundKind kind) {
    return ALL.stream().filter(model -> model.kinds().contains(kind)).toList();
  }

  /** All but fal's are set up. */
  public static ModelCatalogue catalogue() {
    return new ModelCatalogue(ALL, List.of(service("aimlapi"), service("stability"), service("elevenlabs")));
  }

  public static UnusedProvider service(String name) {
    List<AudioModel> models = ALL.stream().filter(model -> model.provider().value().equals(name)).toList();
    return new UnusedProvider(models, name.equals("elevenlabs") ? VOICES : List.of(), false);
  }

  private static List<AudioModel> read() {
    try {
      ModelFile file = ModelFile.read(new YAMLMapper().readTree(YAML));
      if (!file.problems().isEmpty()) {
        throw new IllegalStateException(file.problems().toString());
      }
      return file.models().stream().map(ModelDeclaration::model).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
