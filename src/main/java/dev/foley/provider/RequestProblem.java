package dev.foley.provider;

/** Why a request cannot be sent to a model. A value, so that whoever speaks to the member chooses the words. */
public sealed interface RequestProblem {
  record EmptyPrompt() implements RequestProblem {}

  /** Lengths in characters. */
  record PromptTooLong(int length, int maxLength) implements RequestProblem {}

  record OutOfRange(Parameter parameter, long value, IntegerRange range) implements RequestProblem {}

  record UnknownParameter(Parameter parameter, ModelId model) implements RequestProblem {}
}
