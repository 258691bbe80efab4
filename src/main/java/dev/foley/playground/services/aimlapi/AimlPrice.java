package dev.foley.playground.services.aimlapi;

/** What a job of a model costs, in credits. */
sealed interface AimlPrice {
  /** What is counted, as the catalogue says it. */
  String unit();

  long perUnit(long creditsPerStep);

  long of(AimlRequest request, long creditsPerStep);

  /** So many times the price of a step, which the settings say. */
  record PerStep() implements AimlPrice {
    @Override
    public String unit() {
      return "step";
    }

    @Override
    public long perUnit(long creditsPerStep) {
      return creditsPerStep;
    }

    @Override
    public long of(AimlRequest request, long creditsPerStep) {
      return request.whole("steps") * creditsPerStep;
    }
  }

  /** For each second of the result that has begun. */
  record PerSecond(long credits) implements AimlPrice {
    @Override
    public String unit() {
      return "second";
    }

    @Override
    public long perUnit(long creditsPerStep) {
      return credits;
    }

    @Override
    public long of(AimlRequest request, long creditsPerStep) {
      return credits * Math.ceilDiv(request.length().toMillis(), 1_000L);
    }
  }

  /** The same for every job. */
  record Flat(long credits) implements AimlPrice {
    @Override
    public String unit() {
      return "generation";
    }

    @Override
    public long perUnit(long creditsPerStep) {
      return credits;
    }

    @Override
    public long of(AimlRequest request, long creditsPerStep) {
      return credits;
    }
  }
}
