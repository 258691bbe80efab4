package dev.foley.provider;

/** A model, as its service and our members write it, such as {@code stable-audio} or {@code google/lyria2}. */
public record ModelId(String value) {
  public ModelId {
    if (value.isBlank() || value.length() > 100) {
      throw new IllegalArgumentException("a model id has 1 to 100 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
