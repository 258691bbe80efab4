package dev.foley.playground.services;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What faults have to know of a service's JSON answers.
 *
 * @param nullable fields that the schema lets be null
 * @param needed what a client comes for
 * @param older an answer to a submit as the service's older pages have it; the same where there are none
 */
public record AnswerShape(List<String> nullable, List<String> needed, UnaryOperator<Reply> older) {
  public AnswerShape {
    nullable = List.copyOf(nullable);
    needed = List.copyOf(needed);
  }

  public AnswerShape(List<String> nullable, List<String> needed) {
    this(nullable, needed, UnaryOperator.identity());
  }
}
