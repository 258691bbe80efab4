package dev.foley.generation;

/**
 * Which of the sounds of one request a generation is. Each take is a submit, a charge and a row of its own; together they are
 * delivered as one message, known by the first one's id.
 *
 * @param first the first take's id, which names the request
 * @param number this one's, from 1
 * @param count how many there are, at most {@value #MOST}
 */
public record Takes(GenerationId first, int number, int count) {
  public static final int MOST = 4;

  public Takes {
    if (number < 1 || number > count || count > MOST) {
      throw new IllegalArgumentException("take " + number + " of " + count);
    }
  }

  /** The only take of its request. */
  public static Takes single(GenerationId id) {
    return new Takes(id, 1, 1);
  }
}
