package dev.foley.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Further models, in the form of Foley's own list of them. */
record Models() implements Format<List<ModelDeclaration>> {
  /** The services at which a model is a name and a set of fields; the others' models differ in more. */
  private static final Set<String> EXTENSIBLE = Set.of("aimlapi", "elevenlabs", "fal");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<ModelDeclaration> read(String json) throws UnfitValueException {
    ModelFile file;
    try {
      file = ModelFile.read(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the file's reader made no JSON", e);
    }
    List<String> problems = new ArrayList<>(file.problems());
    for (ModelDeclaration declaration : file.models()) {
      if (!EXTENSIBLE.contains(declaration.model().provider().value())) {
        problems
            .add("Model " + declaration.model().id() + ": models can be added for aimlapi, elevenlabs and fal only.");
      }
    }
    if (!problems.isEmpty()) {
      String all = String.join(" ", problems);
      throw new UnfitValueException("cannot be used. " + all.substring(0, all.length() - 1));
    }
    return file.models();
  }

  @Override
  public String form() {
    return "a list of entries";
  }

  @Override
  public boolean takesEntries() {
    return true;
  }
}
