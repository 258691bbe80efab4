package dev.foley.provider;

import java.util.List;

/** Why a request cannot be sent to a model. A value, so that whoever speaks to the member chooses the words. */
public sealed interface RequestProblem {
  /** The model does not make this kind of sound. */
  record WrongKind(ModelId model, SoundKind kind) implements RequestProblem {}

  record EmptyPrompt() implements RequestProblem {}

  /** Lengths in characters. */
  record PromptTooShort(int length, int minLength) implements RequestProblem {}

  /** Lengths in characters. */
  record PromptTooLong(int length, int maxLength) implements RequestProblem {}

  record OutOfRange(Parameter parameter, ParameterValue value, ParameterRange range) implements RequestProblem {}

  /** @param known what the model has instead, in the order of {@link Parameter} */
  record UnknownParameter(Parameter parameter, ModelId model, List<Parameter> known) implements RequestProblem {
    public UnknownParameter {
      known = List.copyOf(known);
    }
  }

  /** The model cannot do without it. */
  record Missing(Parameter parameter, ModelId model) implements RequestProblem {}
}
