package dev.foley.sketch;

import dev.foley.sketch.Phrasebook.Entry;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words for sounds and for what they are like. English words stand in their first form: their endings are added. A
 * {@code hint} counts only where nothing in the same clause says more.
 */
final class EffectLexicon {
  private static final String WORDS = """
      sound RAIN: rain, rainfall, rainstorm, downpour, drizzle, rain shower, regen, nieselregen, pluie, averse, lluvia, llovizna, 雨, 雨音, 大雨
      sound WIND: wind, breeze, gust, blizzard, gale, windstorm, howling wind, brise, vent, viento, brisa, 風, 風音
      sound THUNDER: thunder, thunderclap, thunderbolt, lightning, lightning strike, donner, blitz, tonnerre, foudre, trueno, relampago, 雷, 雷鳴
      sound RAIN THUNDER: thunderstorm, gewitter, orage, tormenta, 雷雨, 嵐
      sound RAIN WIND: storm, sturm, tempete, hurricane
      sound OCEAN: ocean, sea, wave, ocean wave, sea wave, surf, seashore, beach, shore, meer, meeresrauschen, brandung, wellen, mer, vagues, mar, olas, 海, 波
      sound STREAM: stream, river, brook, creek, waterfall, fountain, running water, flowing water, bach, fluss, wasserfall, ruisseau, riviere, cascade, rio, arroyo, cascada, 川, 滝, せせらぎ
      hint STREAM: water, wasser, eau, agua, 水
      sound BUBBLES: bubble, underwater, boil, blubbern, bulles, burbujas, 泡
      sound DRIP: drip, water drip, dripping water, water drop, droplet, leaky faucet, leaking tap, tropfen, goutte, gouttes, gota, gotas, goteo, 水滴
      sound SPLASH: splash, water splash, plunge, dive, plop, platsch, platschen, eclaboussure, plouf, salpicadura, chapoteo
      sound FIRE: fire, campfire, fireplace, bonfire, flame, burn, feuer, lagerfeuer, kamin, feu, cheminee, fuego, hoguera, 火, 焚き火
      sound VINYL: vinyl, vinyl crackle, record crackle, record noise, record player, gramophone, schallplatte, plattenknistern, disque vinyle, vinilo, レコード
      hint VINYL: crackle, knistern, crepitement
      sound STATIC: static, radio static, radio noise, white noise, noise, tv static, tv noise, hiss, radio tuning, radio interference, walkie talkie, rauschen, bruit blanc, gresillement, estatica, ruido blanco, ノイズ
      hint STATIC: radio, steam, spray, pink noise, brown noise, interference
      sound SPARK: spark, electricity, electric arc, electric shock, electrical, taser, short circuit, tesla coil, strom, funken, electricite, etincelle, electricidad, chispa, 電気
      sound FOOTSTEPS: footstep, foot step, step, walk, footfall, walking, running, stroll, jog, high heel, hoof, hooves, gallop, horse, schritt, schritte, fussschritte, pas, bruits de pas, paso, pasos, pisadas, 足音
      sound KNOCK: knock, knocking, door knock, knock on the door, knock at the door, rap on the door, klopfen, anklopfen, klopft, toquer, toc toc, golpe en la puerta, tocar la puerta, ノック
      sound CREAK: creak, squeak, creaky door, creaking door, door creak, squeaky door, hinge, rusty hinge, floorboard creak, knarren, quietschen, knarrt, grincement, grince, chirrido, cruje, きしむ, きしみ
      sound SLAM: slam, door slam, slamming door, slams shut, car door, tur schlagt zu, turknallen, claquement, claque, portazo
      hint DOOR: door, doorway, tur, porte, puerta, ドア, 扉
      sound DOOR: door open, opening door, door close, closing door
      sound CHURCH_BELL: church bell, church bells, cathedral bell, bell tower, big ben, gong, tubular bell, kirchenglocke, kirchenglocken, cloche d'eglise, campana de iglesia, campanas, 教会の鐘, 鐘
      sound BELL: bell, doorbell, hand bell, bicycle bell, bike bell, reception bell, desk bell, jingle bell, sleigh bell, ding, glocke, klingel, turklingel, cloche, clochette, sonnette, campana, timbre, ベル
      sound CHIMES: chime, wind chime, windspiel, carillon, campanillas, 風鈴
      sound TELEPHONE: telephone, phone, phone ring, telephone ring, phone call, ringing phone, rotary phone, telefon, telefono, 電話
      hint TELEPHONE: ring, call
      sound CLOCK: clock, clock tick, clock ticking, tick, tick tock, tic tac, stopwatch, metronome, uhr, ticken, horloge, pendule, reloj, 時計, チクタク
      sound COIN: coin, coin drop, coins drop, money, cash, munze, munzen, piece de monnaie, moneda, monedas, コイン
      sound GLASS: glass break, glass breaking, breaking glass, broken glass, glass shatter, shattering glass, glass smash, smashing glass, window break, shatter, glas zerbricht, splitterndes glas, glasbruch, verre brise, bris de verre, cristal roto, vidrio roto, ガラスが割れる, ガラス
      hint GLASS: glass
      sound IMPACT: impact, hit, thud, thump, boom, punch, slap, smack, collision, cinematic hit, kick, bump, aufprall, schlag, wucht, choc, coup, golpe, impacto, 衝撃, 打撃
      hint IMPACT: crash, bang, smash, drop, fall, strike, stomp, drum, timpani, metal, krachen, stone, rock
      sound EXPLOSION: explosion, explode, blast, detonation, bomb, grenade, dynamite, kaboom, firework, explosionen, estallido, bombe, bomba, 爆発
      sound GUNSHOT: gunshot, gun shot, gun, gunfire, shot, rifle, pistol, shotgun, sniper, revolver, schuss, pistole, gewehr, coup de feu, disparo, tiro, 銃声
      sound HEARTBEAT: heartbeat, heart beat, heart, pulse, herzschlag, herz, battement de coeur, coeur, latido, corazon, 心臓, 鼓動, 心音
      sound WHOOSH: whoosh, swoosh, swish by, fly by, flyby, passby, pass by, transition, air whoosh, rush of air, zischen, souffle, silbido, シュッ
      sound SWISH: swish, sword, sword swish, sword swing, blade, katana, knife, whip, schwert, epee, lame, espada, 剣, 刀
      sound RISER: riser, rise, uplifter, build up, build-up, buildup, tension riser, sweep up, upsweep, anstieg, montee, subida
      sound DOWNER: downer, downlifter, down sweep, downsweep, sweep down, power down, shut down, drop down, bajada, descente
      hint RISER: sweep, swell, charge up
      sound LASER: laser, laser gun, ray gun, blaster, zap, pew, pew pew, phaser, laser beam, laserstrahl, laserschuss, rayon laser, rayo laser, レーザー
      sound BRAAM: braam, bwaa, bwah, inception horn, cinematic horn, trailer horn, brass hit, fog horn, foghorn, ship horn, nebelhorn
      sound ALARM: alarm, alarm clock, smoke detector, fire alarm, car alarm, wecker, alarme, reveil, alarma, despertador, アラーム, 警報
      sound SIREN: siren, police, police siren, ambulance, air raid siren, fire truck, sirene, martinshorn, polizei, sirena, サイレン
      sound BEEP: beep, bleep, blip, sonar, countdown, piep, piepen, bip, pitido, ビープ
      sound BUZZER: buzzer, error, wrong answer, fail, denied, fehler, erreur, ブザー
      sound CLICK: click, ui click, button, button click, mouse click, switch, camera, camera shutter, shutter, snap, lock, klick, klicken, clic, クリック
      hint CLICK: ui, interface, tap, toggle
      sound NOTIFICATION: notification, message tone, alert, text message, success, correct answer, level complete, ping, benachrichtigung, notificacion, 通知
      sound GAME_COIN: game coin, coin pickup, coin collect, collect coin, retro coin, arcade coin, 8-bit coin, 8 bit coin, pickup, video game coin, ring collect
      sound JUMP: jump, game jump, hop, bounce, boing, sprung, saut, salto, ジャンプ
      sound POWER_UP: power up, power-up, powerup, level up, level-up, bonus, game win, victory, game start, パワーアップ
      sound GAME_OVER: game over, lose, death sound, game lose, ゲームオーバー
      hint GAME_COIN: game, arcade, retro, 8-bit, 8 bit, chiptune, spiel
      sound ENGINE: engine, motor, engine idle, car engine, motorcycle, motorbike, truck, tractor, lawnmower, chainsaw, generator, boat, airplane, plane, propeller, motorrad, moteur, moto, エンジン
      sound CAR_PASS: car pass, car passing, car passes, passing car, car drive by, drive by, traffic, street, highway, strassenverkehr, voiture qui passe, circulation, trafico, 車
      hint CAR_PASS: car, vehicle, race car, auto, voiture, coche, drive
      sound HELICOPTER: helicopter, chopper, rotor, hubschrauber, helicoptere, helicoptero, ヘリコプター
      sound TRAIN: train, railway, subway, locomotive, tram, rails, zug, eisenbahn, chemin de fer, tren, 電車, 列車
      sound TRAIN_HORN: train horn, train whistle, car horn, truck horn, honk, horn, hupe, klaxon, bocina
      sound HUM: hum, sci-fi hum, sci fi, sci-fi, scifi, spaceship, starship, force field, lightsaber, light saber, computer, server room, refrigerator, fridge, transformer, reactor, teleport, air conditioner, ventilator, raumschiff, brummen, vaisseau, nave espacial, 宇宙船
      hint HUM: machine, fan, motorized, future, futuristic, space
      sound DRONE: drone, dark drone, ambience, ambient, atmosphere, tension, horror, suspense, ominous, spooky, haunted, grusel, ドローン, ambiance, ambiente
      sound BIRDS: bird, birdsong, bird song, songbird, sparrow, robin, nightingale, canary, forest, jungle, dawn chorus, meadow, vogel, vogelgezwitscher, zwitschern, oiseau, oiseaux, pajaro, pajaros, aves, 鳥, 小鳥
      hint BIRDS: chirp, tweet, twitter, garden, park, morning
      sound CRICKETS: cricket, insect, cicada, grasshopper, grille, grillen, zikaden, grillon, grillons, cigale, cigales, grillo, grillos, 虫, コオロギ, セミ
      hint CRICKETS: summer night, night
      sound BUZZ: bee, wasp, mosquito, fly, buzz, hornet, swarm, biene, summen, mucke, abeille, bourdonnement, abeja, zumbido, 蜂
      sound BARK: bark, dog bark, woof, hund, bellen, bellt, chien, aboie, aboiement, perro, ladrido, ladra, 犬
      hint BARK: dog, puppy
      sound HOWL: howl, wolf, werewolf, ghost, moan, coyote, owl, heulen, loup, hurlement, lobo, aullido, 狼
      sound MEOW: meow, cat, kitten, miau, katze, chaton, miaou, gato, maullido, 猫
      sound APPLAUSE: applause, clap, hand clap, ovation, applaudissements, applaus, klatschen, beifall, aplauso, aplausos, 拍手
      sound CROWD: crowd, murmur, chatter, chat, walla, people talk, restaurant, cafe, party, audience, market, menge, menschenmenge, stimmengewirr, foule, multitud, muchedumbre, 群衆, 人混み
      sound CHEER: cheer, stadium, crowd cheer, cheering crowd, hooray, jubel, acclamation, 歓声
      sound TYPING: typing, keyboard, typewriter, typist, tastatur, tippen, schreibmaschine, clavier, teclado, タイピング, キーボード
      sound MAGIC: magic, sparkle, spell, fairy, fairy dust, shimmer, twinkle, wand, enchantment, zauber, magie, magia, hechizo, 魔法, キラキラ
      sound GLITCH: glitch, digital error, stutter, data corruption, malfunction, robot, storung, 故障, グリッチ
      shade DISTANCE=1: distant, far, far away, faraway, in the distance, remote, off in the distance, entfernt, fern, lointain, lointaine, au loin, lejano, lejana, lejos, distante, 遠い, 遠く
      shade DISTANCE=-0.5 ROOM=-0.4: close, near, nearby, close up, close-up, nah, proche, cerca, dry, 近い
      shade LEVEL=-5 DENSITY=-0.7: soft, gentle, light, quiet, calm, faint, subtle, leise, sanft, leicht, doux, douce, leger, legere, faible, suave, ligero, ligera, silencioso, 静かな, 小雨
      shade LEVEL=2.5 DENSITY=0.9 SIZE=0.2: loud, heavy, intense, strong, violent, powerful, hard, torrential, pouring, roaring, laut, stark, starker, heftig, fort, forte, violente, fuerte, intenso, 激しい, 強い
      shade SIZE=1: big, huge, large, massive, giant, enormous, epic, deep, gross, grosse, grosser, riesig, grand, grande, enorme, 大きい, 大きな, 巨大
      shade SIZE=-0.9: small, tiny, little, mini, miniature, cute, klein, kleine, kleiner, petit, petite, pequeno, pequena, 小さい, 小さな
      shade PACE=0.6: fast, quick, rapid, hurried, hasty, frantic, racing, schnell, schnelle, rapide, vite, rapido, rapida, 速い
      shade PACE=0.75: running, run, runs, sprinting, jogging, rennend, rennen, laufend, courir, course, corriendo, 走る
      shade PACE=-0.6: slow, slowly, sluggish, langsam, langsame, lent, lente, lento, lenta, 遅い, ゆっくり
      shade PITCH=0.6: high, high-pitched, high pitched, shrill, hoch, aigu, agudo, 高い
      shade PITCH=-0.6: low, low-pitched, low pitched, bassy, dark, tief, tiefe, tiefer, grave, basso, bajo, 低い
      shade ROOM=0.7: indoor, indoors, inside, room, kitchen, bathroom, corridor, hallway, drinnen, zimmer, interieur, interior
      shade ROOM=2.2: hall, echo, echoing, echoey, reverb, reverberant, cathedral, church, warehouse, tunnel, garage, stairwell, parking garage, halle, kathedrale, eglise, iglesia, eco
      shade ROOM=3.4: cave, cavern, canyon, dungeon, hohle, grotte, caverne, cueva, 洞窟
      shade ROOM=-0.8: outdoor, outdoors, outside, draussen, dehors, afuera
      shade LENGTH=0.9: long, lingering, sustained, extended, lang, lange, langer, longue, largo, larga, 長い
      shade LENGTH=-0.9: short, brief, tight, kurz, kurze, kurzer, court, courte, corto, corta, 短い
      shade DENSITY=1: many, lots of, busy, dense, viele, beaucoup de, muchos, muchas
      shade DENSITY=-1.2: sparse, a few, few, occasional, wenige, peu de, pocos
      shade DENSITY=-0.5: single
      material WOOD: wood, wooden, plank, timber, parquet, floorboard, holz, holzern, bois, madera, 木
      material METAL: metal, metallic, steel, iron, tin, brass, sword, katana, metall, metallisch, eisen, acier, fer, metallique, metalico, hierro, 金属
      material GLASS: glass, crystal, window, glas, verre, vidrio, cristal
      material STONE: stone, concrete, tile, tiles, pavement, marble, asphalt, brick, stein, beton, pierre, piedra, 石
      material GRAVEL: gravel, pebble, pebbles, dirt, sand, sandy, rubble, kies, schotter, gravier, grava, 砂利
      material SNOW: snow, snowy, ice, icy, schnee, neige, nieve, 雪
      material GRASS: grass, leaf, leaves, foliage, forest floor, gras, laub, herbe, feuilles, hierba, hojas, 草, 落ち葉
      material WATER: water, puddle, puddles, wet, mud, muddy, pfutze, pfutzen, flaque, charco
      count 1: a single, one, once, einmal, une fois, una vez
      count 2: 2, two, twice, double, zwei, deux, dos
      count 3: 3, three, triple, drei, trois, tres
      count 4: 4, four, vier, quatre, cuatro
      count 5: 5, five, funf, cinq, cinco
      count 6: 6, six, sechs, seis
      count 7: 7, seven, sieben, sept, siete
      count 8: 8, eight, acht, huit, ocho
      count 9: 9, nine, neun, neuf, nueve
      count 10: 10, ten, zehn, dix, diez
      count 12: 12, twelve, zwolf, douze, doce
      """;

  private static final Phrasebook<EffectWord> PHRASES = new Phrasebook<>(
      WORDS.lines().flatMap(EffectLexicon::entries).distinct().toList());

  private EffectLexicon() {}

  static Phrasebook<EffectWord> phrases() {
    return PHRASES;
  }

  private static Stream<Entry<EffectWord>> entries(String line) {
    int colon = line.indexOf(": ");
    String[] head = line.substring(0, colon).split(" ", -1);
    return Arrays.stream(line.substring(colon + 2).split(", ", -1)).map(Phrasebook::normalise)
        .flatMap(
            phrase -> (head[0].equals("sound") || head[0].equals("hint") ? forms(phrase) : Set.of(phrase)).stream())
        .flatMap(phrase -> meanings(head).map(meaning -> new Entry<>(phrase, meaning)));
  }

  private static Stream<EffectWord> meanings(String[] head) {
    Stream<String> values = Arrays.stream(head).skip(1);
    return switch (head[0]) {
      case "sound" -> values.map(name -> new EffectWord.Names(Sound.valueOf(name), true));
      case "hint" -> values.map(name -> new EffectWord.Names(Sound.valueOf(name), false));
      case "shade" ->
        Stream.of(new EffectWord.Qualifies(values.map(EffectLexicon::shade).reduce(Traits.NONE, Traits::and)));
      case "material" -> values.map(name -> new EffectWord.Qualifies(
          new Traits(Map.of(), Optional.of(Material.valueOf(name)), OptionalInt.empty())));
      case "count" -> values.map(number -> new EffectWord.Qualifies(
          new Traits(Map.of(), Optional.empty(), OptionalInt.of(Integer.parseInt(number)))));
      default -> throw new IllegalStateException("the lexicon has an unknown kind: " + head[0]);
    };
  }

  private static Traits shade(String assignment) {
    int equals = assignment.indexOf('=');
    return new Traits(Map.of(Trait.valueOf(assignment.substring(0, equals)),
        Double.valueOf(assignment.substring(equals + 1))), Optional.empty(), OptionalInt.empty());
  }

  /** The phrase and what English endings make of it: drips, dripping, dripped. */
  private static Set<String> forms(String phrase) {
    Set<String> forms = new LinkedHashSet<>(Set.of(phrase));
    if (phrase.length() < 3 || !phrase.matches("[a-z' -]*[a-z]")) {
      return forms;
    }
    String last = phrase.substring(phrase.length() - 1);
    String stem = phrase.substring(0, phrase.length() - 1);
    forms.add(phrase + "s");
    forms.add(phrase + "ing");
    forms.add(phrase + "ed");
    switch (last) {
      case "e" -> {
        forms.add(stem + "ing");
        forms.add(phrase + "d");
      }
      case "y" -> forms.add(stem + "ies");
      case "s", "h", "x" -> forms.add(phrase + "es");
      default -> {
        forms.add(phrase + last + "ing");
        forms.add(phrase + last + "ed");
      }
    }
    return forms;
  }
}
