package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.AnswerShape;
import dev.foley.playground.services.CreditLedger;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FaultyAnswers;
import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.ServiceFaults;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What can be asked without being charged: voices, models, subscription. Thread-safe. */
final class ElevenAccount {
  static final AnswerShape SHAPE = new AnswerShape(List.of("next_page_token", "max_character_limit_extension"),
      List.of("voices", "character_count", "character_limit"));

  private final ElevenLabsSettings settings;
  private final ElevenDoor door;
  private final CreditLedger ledger;
  private final ServiceFaults faults;
  private final ServiceObservations observations;
  private final FaultyAnswers answers;

  ElevenAccount(ElevenLabsSettings settings, ElevenDoor door, CreditLedger ledger, ServiceFaults faults,
      ServiceObservations observations, FaultyAnswers answers) {
    this.settings = settings;
    this.door = door;
    this.ledger = ledger;
    this.faults = faults;
    this.observations = observations;
    this.answers = answers;
  }

  /** Answers a question of somebody with a good key. */
  private interface Question {
    JsonNode answer(Context ctx, String key) throws InvalidFields, Refusal;
  }

  void allVoices(Context ctx) throws IOException {
    answer(ctx, (request, key) -> {
      Query.flag(request, "show_legacy", false);
      ObjectNode list = JsonNodeFactory.instance.objectNode();
      ElevenVoice.ALL.forEach(voice -> list.withArrayProperty("voices").add(voice.json()));
      return list;
    });
  }

  void voices(Context ctx) throws IOException {
    answer(ctx, (request, key) -> VoicePage.of(request));
  }

  void models(Context ctx) throws IOException {
    answer(ctx, (request, key) -> {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      ElevenModel.ALL.forEach(model -> list.add(model.json()));
      return list;
    });
  }

  void subscription(Context ctx) throws IOException {
    answer(ctx, (request, key) -> subscription(key));
  }

  private ObjectNode subscription(String key) {
    ElevenPlan plan = settings.account().plan();
    long limit = settings.account().characters();
    boolean free = plan == ElevenPlan.FREE;
    return JsonNodeFactory.instance.objectNode().put("tier", plan.tier())
        .put("character_count", limit - ledger.balance(key)).put("character_limit", limit)
        .put("max_character_limit_extension", 0).put("max_credit_limit_extension", 0)
        .put("can_extend_character_limit", false).put("allowed_to_extend_character_limit", false)
        .put("next_character_count_reset_unix", firstOfNextMonth())
        .put("voice_slots_used", 0).put("professional_voice_slots_used", 0)
        .put("professional_voice_slots_used_in_workspace", 0).put("voice_limit", 30).put("max_voice_add_edits", 95)
        .put("voice_add_edit_counter", 0).put("professional_voice_limit", free ? 0 : 1)
        .put("can_extend_voice_limit", false).put("can_use_instant_voice_cloning", !free)
        .put("can_use_professional_voice_cloning", plan.includes(ElevenPlan.CREATOR))
        .put("currency", "usd").put("status", free ? "free" : "active")
        .put("billing_period", "monthly_period").put("character_refresh_period", "monthly_period")
        .set("current_overage", JsonNodeFactory.instance.objectNode().put("amount", "0").put("currency", "usd"));
  }

  private long firstOfNextMonth() {
    return LocalDate.ofInstant(settings.clock().instant(), ZoneOffset.UTC).plusMonths(1).withDayOfMonth(1)
        .atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private void answer(Context ctx, Question question) throws IOException {
    ElevenExchange exchange = door.open(ctx);
    observations.polled(null);
    answers.answer(exchange, faults.take(Fault.Moment.POLL, "", null), () -> {
      try {
        return exchange.stamped(Reply.json(200, question.answer(ctx, door.check(exchange))));
      } catch (Refusal e) {
        return exchange.error(e);
      } catch (InvalidFields e) {
        return exchange.error(e);
      }
    });
  }

  /** Everything else under the API's root, in the words of the service's web framework. */
  void unknown(Context ctx) throws IOException {
    Wire.send(ctx, door.open(ctx)
        .stamped(Reply.json(404, JsonNodeFactory.instance.objectNode().put("detail", "Not Found"))));
  }
}
