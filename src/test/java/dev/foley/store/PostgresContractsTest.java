package dev.foley.store;

import dev.foley.generation.Drafts;
import dev.foley.generation.DraftsContract;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.GenerationStoreContract;
import dev.foley.generation.History;
import dev.foley.generation.HistoryContract;
import dev.foley.generation.Ledger;
import dev.foley.generation.LedgerContract;
import dev.foley.generation.MemberData;
import dev.foley.generation.MemberDataContract;
import dev.foley.generation.PreferenceStoreContract;
import dev.foley.generation.StandingContract;
import dev.foley.generation.policy.PreferenceStore;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything that holds on SQLite holds on PostgreSQL. */
class PostgresContractsTest {
  @RegisterExtension
  final PostgresStore postgres = new PostgresStore();

  private Ledger newLedger() {
    return new SqlLedger(postgres.database().jdbi());
  }

  private GenerationStore newStore() {
    return new SqlGenerationStore(postgres.database());
  }

  @Nested
  class GenerationStoreOnPostgres extends GenerationStoreContract {
    @Override
    protected GenerationStore store() {
      return newStore();
    }
  }

  @Nested
  class StoreViewOnPostgres extends StoreViewContract {
    @Override
    Database database() {
      return postgres.database();
    }
  }

  @Nested
  class LedgerOnPostgres extends LedgerContract {
    @Override
    protected GenerationStore store() {
      return newStore();
    }

    @Override
    protected Ledger ledger() {
      return newLedger();
    }
  }

  @Nested
  class HistoryOnPostgres extends HistoryContract {
    @Override
    protected GenerationStore store() {
      return newStore();
    }

    @Override
    protected History history() {
      return new SqlHistory(postgres.database().jdbi());
    }
  }

  @Nested
  class DraftsOnPostgres extends DraftsContract {
    @Override
    protected Drafts drafts() {
      return new SqlDrafts(postgres.database().jdbi());
    }
  }

  @Nested
  class MemberDataOnPostgres extends MemberDataContract {
    @Override
    protected GenerationStore store() {
      return newStore();
    }

    @Override
    protected Ledger ledger() {
      return newLedger();
    }

    @Override
    protected Drafts drafts() {
      return new SqlDrafts(postgres.database().jdbi());
    }

    @Override
    protected MemberData members() {
      return new SqlMemberData(postgres.database().jdbi());
    }
  }

  @Nested
  class PreferencesOnPostgres extends PreferenceStoreContract {
    @Override
    protected PreferenceStore preferences() {
      return new SqlPreferences(postgres.database().jdbi());
    }
  }

  @Nested
  class StandingOnPostgres extends StandingContract {
    @Override
    protected GenerationStore store() {
      return newStore();
    }

    @Override
    protected Ledger ledger() {
      return newLedger();
    }

    @Override
    protected List<GenerationId> timers() {
      return postgres.database().jdbi().withHandle(handle -> handle
          .createQuery("SELECT task_instance FROM scheduled_tasks WHERE task_name = 'generation'")
          .mapTo(String.class).map(GenerationId::new).list());
    }
  }
}
