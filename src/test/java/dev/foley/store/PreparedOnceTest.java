package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Statements that are kept must not be told from new ones. */
class PreparedOnceTest {
  private static final String INSERT = "INSERT INTO thing (id, name) VALUES (?, ?)";
  private static final String SELECT = "SELECT name FROM thing ORDER BY id";

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    SQLiteDataSource source = PreparedOnce.source(new SQLiteConfig());
    source.setUrl("jdbc:sqlite::memory:");
    connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void theSameWordsAreTheSameStatement() throws SQLException {
    PreparedStatement first = connection.prepareStatement(SELECT);
    first.close();

    try (PreparedStatement second = connection.prepareStatement(SELECT)) {
      assertThat(second).isSameAs(first);
    }
  }

  @Test
  void whatWasBoundIsForgotten() throws SQLException {
    insert(1, "one");
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setInt(1, 2);
      statement.executeUpdate();
    }

    assertThat(names()).containsExactly("one", null);
  }

  @Test
  void aBatchThatWasNotExecutedIsForgotten() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setInt(1, 1);
      statement.setString(2, "never");
      statement.addBatch();
    }
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setInt(1, 2);
      statement.setString(2, "two");
      statement.addBatch();
      assertThat(statement.executeBatch()).hasSize(1);
    }

    assertThat(names()).containsExactly("two");
  }

  @Test
  void whatIsClosedTwiceCanBeUsedAgain() throws SQLException {
    PreparedStatement twice = connection.prepareStatement(SELECT);
    twice.close();
    twice.close();
    insert(1, "one");

    assertThat(names()).containsExactly("one");
  }

  @Test
  void theSameWordsInUseAreAnotherStatement() throws SQLException {
    insert(1, "one");
    insert(2, "two");
    try (PreparedStatement outer = connection.prepareStatement(SELECT); ResultSet rows = outer.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(names()).containsExactly("one", "two");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("two");
    }

    assertThat(names()).containsExactly("one", "two");
  }

  @Test
  void rowsThatWereNotReadAreNotThereNextTime() throws SQLException {
    insert(1, "one");
    insert(2, "two");
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setMaxRows(1);
      assertThat(statement.executeQuery().next()).isTrue();
    }

    assertThat(names()).containsExactly("one", "two");
  }

  @Test
  void aStatementThatHasFailedCanBeUsedAgain() throws SQLException {
    insert(1, "one");

    assertThatThrownBy(() -> insert(1, "again")).isInstanceOf(SQLException.class);
    insert(2, "two");
    assertThat(names()).containsExactly("one", "two");
  }

  @Test
  void whatIsReadLastDoesNotKeepATransactionOpen() throws SQLException {
    connection.setAutoCommit(false);
    insert(1, "one");
    PreparedStatement statement = connection.prepareStatement(SELECT);
    assertThat(statement.executeQuery().next()).isTrue();
    statement.close();
    connection.rollback();
    connection.setAutoCommit(true);

    assertThat(names()).isEmpty();
  }

  @Test
  void ofManyOnlySomeAreKept() throws SQLException {
    PreparedStatement first = connection.prepareStatement("SELECT 0");
    first.close();
    for (int number = 1; number <= 100; number++) {
      connection.prepareStatement("SELECT " + number).close();
    }

    assertThat(connection.prepareStatement("SELECT 0")).isNotSameAs(first);
    assertThatThrownBy(first::executeQuery).isInstanceOf(SQLException.class);
  }

  private void insert(int id, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setInt(1, id);
      statement.setString(2, name);
      statement.executeUpdate();
    }
  }

  private List<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SELECT);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString("name"));
      }
    }
    return names;
  }
}
