package dev.foley.playground.services.aimlapi;

import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Chance;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * One model as its page declares it.
 *
 * @param fields of a request, besides {@code model}
 * @param length of the result
 * @param ids draws the id of a job, which looks different for each model
 */
record AimlModel(String id, String name, String developer, List<AimlField> fields,
    Function<AimlRequest, Duration> length, Function<AimlRequest, AudioCoding> coding, AimlPrice price,
    Function<Chance, String> ids, AimlStorage storage) {
  AimlModel {
    fields = List.copyOf(fields);
  }
}
