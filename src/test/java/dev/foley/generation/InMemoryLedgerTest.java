package dev.foley.generation;

class InMemoryLedgerTest extends LedgerContract {
  private final InMemoryGenerationStore store = new InMemoryGenerationStore();

  @Override
  protected GenerationStore store() {
    return store;
  }

  @Override
  protected Ledger ledger() {
    return store;
  }
}
