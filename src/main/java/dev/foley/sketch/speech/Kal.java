package dev.foley.sketch.speech;

import com.sun.speech.freetts.Age;
import com.sun.speech.freetts.Gender;
import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Token;
import com.sun.speech.freetts.Tokenizer;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.en.us.CMUDiphoneVoice;
import com.sun.speech.freetts.en.us.CMULexicon;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import com.sun.speech.freetts.relp.LPCResult;
import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * FreeTTS's voice of Kevin A. Lenzo (diphones at 16 kHz) with the CMU lexicon, reached without what FreeTTS puts
 * around a voice: its voice manager looks through the class path and system properties, its audio output wants a
 * thread and a player, and its {@code speak} prints what goes wrong. Here a sentence goes through the voice's
 * processors in the caller's thread.
 *
 * <p>FreeTTS was taken because it is one jar of 9.3 MB without dependencies, in Java alone, loads in 0.35 s and
 * speaks 300 times faster than it sounds. MaryTTS has the better voice, but 37 MB in 24 jars, and three more that
 * Central does not have.
 *
 * <p>One thread at a time: the processors keep the sentence in fields. The lexicon stays in a static field of FreeTTS
 * once it has been loaded; the diphones go with this object. No system property is set.
 */
final class Kal extends CMUDiphoneVoice {
  static final int SAMPLE_RATE = 16_000;

  private static final double HUM_STRETCH = 8;
  private static final Set<String> VOWELS = Set.of("aa", "ae", "ah", "ao", "aw", "ax", "ay", "eh", "er", "ey", "ih",
      "iy", "ow", "oy", "uh", "uw");

  private Kal(CMULexicon lexicon, URL diphones) {
    super("kal", Gender.MALE, Age.YOUNGER_ADULT, "", Locale.US, "general", "cmu", lexicon, diphones);
  }

  /** Loads lexicon and diphones, which takes a third of a second and 17 MB. */
  static Kal awake() {
    CMULexicon lexicon = new CMULexicon(lexiconPart("compiled"), lexiconPart("addenda"), lexiconPart("lts"), true);
    Kal kal = new Kal(lexicon, resource(KevinVoiceDirectory.class, "cmu_us_kal16.bin"));
    kal.setOutputQueue(new OutputQueue()); // else allocate() starts a thread that waits for ever
    kal.allocate();
    return kal;
  }

  private static URL lexiconPart(String part) {
    return resource(CMULexicon.class, "cmulex_" + part + ".bin");
  }

  private static URL resource(Class<?> neighbour, String name) {
    return Objects.requireNonNull(neighbour.getResource(name), name);
  }

  /** The rules of its English lie beside FreeTTS's class, not beside this one. */
  @Override
  protected URL getResource(String name) {
    return resource(CMUDiphoneVoice.class, name);
  }

  /**
   * Says one sentence.
   *
   * @param sentence ASCII
   * @return samples at 16 kHz; empty if there was no word in it
   * @throws ProcessException if FreeTTS cannot make words of it
   */
  short[] say(String sentence, Delivery delivery) throws ProcessException {
    return said(new Utterance(this, tokens(sentence)), delivery);
  }

  /** A long "m". */
  short[] hum(Delivery delivery) throws ProcessException {
    Utterance utterance = new Utterance(this, tokens("m"));
    utterance.getRelation(Relation.TOKEN).getHead().getFeatures().setObject("phones", new String[]{"m"});
    return said(utterance,
        new Delivery(delivery.pitchHertz(), delivery.rangeHertz(), HUM_STRETCH * delivery.stretch()));
  }

  private short[] said(Utterance utterance, Delivery delivery) throws ProcessException {
    setPitch((float) delivery.pitchHertz());
    setPitchRange((float) delivery.rangeHertz());
    setDurationStretch((float) delivery.stretch());
    processUtterance(utterance);
    return samples((LPCResult) utterance.getObject("target_lpcres"));
  }

  private List<Token> tokens(String sentence) {
    Tokenizer tokenizer = getTokenizer();
    tokenizer.setInputText(sentence);
    List<Token> tokens = new ArrayList<>();
    while (tokenizer.hasMoreTokens()) {
      Token token = tokenizer.getNextToken();
      if (token != null) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  @Override
  public void processUtterance(Utterance utterance) throws ProcessException {
    for (Object processor : getUtteranceProcessors()) {
      ((UtteranceProcessor) processor).processUtterance(utterance);
    }
  }

  private static short[] samples(LPCResult speech) {
    byte[] bytes = speech.getWaveSamples();
    short[] samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  @Override
  protected UtteranceProcessor getPostLexicalAnalyzer() throws IOException {
    UtteranceProcessor usual = super.getPostLexicalAnalyzer();
    return utterance -> {
      usual.processUtterance(utterance);
      replaceUnknownPairs(utterance);
    };
  }

  /**
   * English has no "ng" but after a vowel and no h, w or y but before one, so nobody recorded them; spelling rules
   * applied to names make them all the same, and FreeTTS would print a complaint and say something else.
   */
  private static void replaceUnknownPairs(Utterance utterance) {
    String before = "pau";
    for (Item item = utterance.getRelation(Relation.SEGMENT).getHead(); item != null; item = item.getNext()) {
      String after = item.getNext() == null ? "pau" : name(item.getNext());
      String name = switch (name(item)) {
        case "ng" -> VOWELS.contains(before) && !before.equals("er") ? "ng" : "n";
        case "w" -> VOWELS.contains(after) ? "w" : "uw";
        case "y" -> VOWELS.contains(after) ? "y" : "iy";
        case "hh" -> VOWELS.contains(after) || after.equals("y") ? "hh" : "ax";
        case String other -> other;
      };
      item.getFeatures().setString("name", name);
      before = name;
    }
  }

  private static String name(Item segment) {
    return segment.getFeatures().getString("name");
  }
}
