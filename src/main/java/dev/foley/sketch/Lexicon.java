package dev.foley.sketch;

import dev.foley.sketch.Phrasebook.Entry;
import java.util.Arrays;
import java.util.stream.Stream;

/** The words that the sketch understands when music is asked for. */
final class Lexicon {
  private static final String WORDS = """
      genre HOUSE: house, house music, tech house, french house, club, haus
      genre DEEP_HOUSE: deep house, lounge house, organic house, tropical house
      genre TECHNO: techno, minimal techno, acid techno, industrial, warehouse, tekno, テクノ
      genre TRANCE: trance, psytrance, uplifting trance, progressive trance, goa
      genre DANCE: edm, electro house, big room, dance music, eurodance, hardstyle, dance pop, hands up
      genre DRUM_AND_BASS: drum and bass, drum & bass, drum n bass, drum'n'bass, dnb, d&b, jungle, breakbeat, liquid funk
      genre DUBSTEP: dubstep, brostep, riddim, wobble
      genre HIP_HOP: hip hop, hip-hop, hiphop, boom bap, boombap, rap, rap beat, old school beat
      genre TRAP: trap, trap beat, drill, phonk, cloud rap
      genre LOFI: lo-fi, lofi, lo fi, lo-fi hip hop, lofi hip hop, lo-fi hip-hop, chillhop, study beats, lo-fi beats, ローファイ
      genre DOWNTEMPO: downtempo, chillout, chill out, chill-out, trip hop, trip-hop, chillwave, lounge
      genre AMBIENT: ambient, drone, soundscape, meditation, meditative, spa, sleep music, new age, healing, yoga, アンビエント
      genre DARK_AMBIENT: dark ambient, horror, haunted house, haunted, creepy, scary, eerie, spooky, halloween, grusel
      genre ORCHESTRAL: orchestral, orchestra, epic, cinematic, trailer, film score, soundtrack, symphonic, symphony, heroic, battle, orchester, orchestre, orquesta, オーケストラ
      genre CLASSICAL: classical, sonata, nocturne, prelude, baroque, romantic piano, chamber music, chamber, mozart, bach, chopin, klassik, klassisch, classique, clasica, クラシック
      genre JAZZ: jazz, swing, bebop, big band, smooth jazz, jazz trio, cool jazz, ジャズ
      genre BOSSA_NOVA: bossa, bossa nova, bossanova, samba
      genre LATIN: latin, salsa, mambo, rumba, cumbia, reggaeton, cha cha, latino
      genre FUNK: funk, slap bass, g-funk
      genre DISCO: disco, nu disco, nu-disco, 70s dance
      genre ROCK: rock, rock and roll, rock n roll, indie rock, punk, punk rock, grunge, hard rock, garage rock, ロック
      genre METAL: metal, heavy metal, thrash, death metal, metalcore, djent, black metal
      genre POP: pop, indie pop, pop song, k-pop, kpop, j-pop, jpop, ballad, jingle, commercial, corporate, advert, ポップ
      genre FOLK: folk, acoustic, singer songwriter, indie folk, campfire, celtic, irish, medieval, tavern, volksmusik
      genre COUNTRY: country, bluegrass, western, americana, cowboy, honky tonk
      genre BLUES: blues, delta blues, ブルース
      genre REGGAE: reggae, dub, ska, dancehall, rocksteady, レゲエ
      genre SYNTHWAVE: synthwave, synth wave, retrowave, outrun, vaporwave, 80s, eighties, synth-pop, synthpop, new wave, cyberpunk
      genre CHIPTUNE: chiptune, 8-bit, 8 bit, 8bit, chip tune, nes, game boy, gameboy, retro game, video game, arcade, チップチューン
      genre WALTZ: waltz, walzer, valse, vals, 3/4, three four, musette, ワルツ
      genre LULLABY: lullaby, nursery, cradle song, wiegenlied, schlaflied, berceuse, cancion de cuna, children, kids, 子守唄
      genre SOUL: soul, r&b, rnb, r and b, neo soul, neo-soul, gospel, motown
      genre WORLD: world music, african, afrobeat, afro, tribal, indian, arabic, oriental, middle eastern, exotic
      hint JAZZ: jazzy
      hint FUNK: funky, groovy
      hint ROCK: rocking, rocky
      hint BLUES: bluesy
      hint FOLK: folky, rustic, bard
      hint SOUL: soulful
      hint LATIN: tropical, spanish, fiesta
      hint LOFI: cozy, cosy, study, coffee shop, cafe, homework
      hint AMBIENT: ethereal, floating, space, cosmic, dreamscape, underwater, atmospheric, galaxy
      hint ORCHESTRAL: majestic, adventure, fantasy, dragon, victory, hero, war, pirate, kingdom, castle
      hint DOWNTEMPO: chill, relaxing, sunset, beach, smooth
      hint DANCE: party, workout, gym, festival, rave, dance
      hint SYNTHWAVE: neon, retro, synth, synthesizer, synthesiser, synths, night drive, arpeggiator
      hint DARK_AMBIENT: sinister, ghost, nightmare, abandoned
      hint CHIPTUNE: pixel, game
      hint POP: catchy, cheerful, upbeat, birthday
      play PIANO: piano, pianos, grand piano, klavier, piano keys, pianoforte, ピアノ, 钢琴, 피아노, фортепиано
      play FELT_PIANO: felt piano, soft piano, upright piano, muted piano
      play ELECTRIC_PIANO: electric piano, rhodes, wurlitzer, wurli, e-piano, epiano, fender rhodes, keys
      play ORGAN: organ, hammond, church organ, orgel, orgue, organo
      play HARPSICHORD: harpsichord, cembalo, clavichord
      play MUSIC_BOX: music box, musical box, celesta, toy piano, spieluhr
      play BELLS: bells, bell, chimes, glockenspiel, tubular bells, church bells, sleigh bells, glocken
      play VIBRAPHONE: vibraphone, vibes
      play MARIMBA: marimba, xylophone, balafon, gamelan
      play KALIMBA: kalimba, mbira, thumb piano, steel drum, steelpan, hang drum, handpan
      play ACCORDION: accordion, harmonica, bandoneon, concertina, akkordeon, accordeon
      play ACOUSTIC_GUITAR: acoustic guitar, steel guitar, 12 string, twelve string, fingerpicked guitar, strummed guitar
      play NYLON_GUITAR: nylon guitar, classical guitar, spanish guitar, flamenco, flamenco guitar, lute
      play CLEAN_GUITAR: clean guitar, jangly guitar, jazz guitar, surf guitar
      play DISTORTED_GUITAR: distorted guitar, distorted guitars, electric guitar, electric guitars, heavy guitar, heavy guitars, overdriven guitar, guitar riff, power chords, e-gitarre
      any ACOUSTIC_GUITAR: guitar, guitars, gitarre, guitare, guitarra, ギター, гитара
      play BANJO: banjo, mandolin
      play UKULELE: ukulele
      play HARP: harp, harfe, harpe, lyre, koto
      play SITAR: sitar, oud, shamisen
      play STRINGS: strings, string section, string ensemble, violins, streicher, cordes, cuerdas, string quartet, lush strings, ストリングス
      play SPICCATO: staccato strings, spiccato, ostinato
      play PIZZICATO: pizzicato, plucked strings
      play VIOLIN: violin, fiddle, viola, geige, violon, violine, erhu, バイオリン
      play CELLO: cello, violoncello, cellos
      play CHOIR: choir, choral, vocal, vocals, voices, voice, singing, chant, chants, chor, chorus, choeur, coro, singer, gregorian
      play BRASS: brass, horns, trombone, trombones, brass section, blaeser, fanfare, tuba
      play HORN: french horn, french horns, horn
      play TRUMPET: trumpet, trumpets, trompete, trompette, trompeta, cornet
      play SAXOPHONE: saxophone, sax, saxofon, tenor sax, alto sax
      play FLUTE: flute, flutes, floete, pan flute, recorder, whistle, tin whistle, piccolo, shakuhachi, flauta, flote, フルート
      play CLARINET: clarinet, oboe, bassoon, english horn, woodwind, woodwinds, klarinette
      play WARM_PAD: warm pad, warm pads, analog pad, lush pad, lush pads, soft pads, synth pad, synth pads
      play GLASS_PAD: glassy pad, shimmering pad, shimmer, airy pads, crystal pad, bright pads
      play DARK_PAD: dark pad, dark pads, dark drone, ominous drone
      play SUPERSAW: supersaw, supersaws, super saw, saw chords
      play SAW_LEAD: synth lead, saw lead, lead synth, synth solo
      play SQUARE_LEAD: square lead, chip lead, square wave, pulse wave
      play PLUCK: pluck, plucks, synth pluck, arp, arpeggio, arpeggios, arpeggiated, sequencer
      play ACID: acid, 303, tb-303, acid bass, acid line
      play SYNTH_BASS: synth bass, moog bass, analog bass
      play SUB_BASS: sub bass, sub-bass, deep sub, subs
      play REESE_BASS: reese, reese bass, wobble bass, growl bass
      play BASS_808: 808, 808s, 808 bass
      play UPRIGHT_BASS: upright bass, double bass, walking bass, acoustic bass
      play ELECTRIC_BASS: bass guitar, electric bass, slap bass, picked bass
      play CONTRABASSES: contrabass, contrabasses, low strings, basses
      seat DRUMS: drums, drum, percussion, beat, beats, drum machine, drum kit, schlagzeug, batterie, bateria, rhythm section, trommeln, ドラム
      seat BASS: bass, bassline, bass line, low end
      seat PAD: pad, pads, chords
      seat LEAD: melody, melodies, lead, hook, solo line, topline, melodie
      empty DRUMS: drumless, beatless, drum-free, drum free, percussionless, unpercussive
      empty BASS: bassless
      solo: solo
      alone: only, alone, unaccompanied, a capella, a cappella
      texture VINYL: vinyl, vinyl crackle, crackle, crackling, record noise, dusty, gramophone, schallplatte
      texture RAIN: rain, rainy, raining, thunderstorm, storm, regen, pluie, lluvia, 雨
      texture TAPE: tape, cassette, tape hiss, hiss, vhs, wobbly, nostalgic tape, old radio
      texture WAVES: ocean, sea, waves, seaside, shore, meer, ocean waves
      texture WIND: wind, windy, breeze, blizzard, desert wind
      scale MAJOR: ionian
      scale LYDIAN: lydian
      scale MIXOLYDIAN: mixolydian
      scale MINOR: aeolian, natural minor
      scale DORIAN: dorian
      scale PHRYGIAN: phrygian
      scale HARMONIC_MINOR: harmonic minor
      scale LOCRIAN: locrian
      speed 48: largo, very slow, super slow
      speed 66: adagio, lento, grave
      speed 84: andante
      speed 108: moderato
      speed 136: allegro, vivace
      speed 176: presto, prestissimo, very fast, super fast
      feel 2 0 0 1 0: minor, minor key, moll, mineur, menor
      feel -2 0 0 1 0: major, major key, dur, majeur, mayor
      feel 1.5 -0.2 -0.2 0.9 0.1: sad, melancholy, melancholic, sorrow, sorrowful, mournful, lonely, heartbreak, heartbroken, gloomy, grief, traurig, triste, tragic, crying, tears, 悲しい
      feel 1 0 -0.4 1 0.1: dark, moody, noir, brooding, mysterious, mystery, night, midnight, dunkel, sombre, oscuro
      feel 1 0.2 0 1.05 0: tense, suspense, suspenseful, ominous, menacing, evil, villain, sinister, danger
      feel 1 0.4 0.2 1.1 0: aggressive, angry, rage, brutal, fierce, furious
      feel -1.5 0.2 0.2 1.06 0: happy, cheerful, joyful, joy, fun, playful, cheery, sunny, summer, froehlich, joyeux, feliz, alegre, lively, whimsical, silly, frohlich, 楽しい
      feel -1 0.1 0.3 1 0: bright, uplifting, hopeful, optimistic, inspiring, positive, triumphant, victorious, glorious, morning
      feel -0.5 -0.2 -0.2 0.95 0.1: warm, tender, gentle, romantic, love, soft, sweet, sanft, doux, suave
      feel 0 -0.4 -0.2 0.92 0.15: calm, peaceful, relaxing, relaxed, quiet, serene, soothing, sleepy, sleep, ruhig, calme, tranquil, slow motion, mellow, chill, lazy
      feel 0.3 -0.1 -0.1 0.97 0.2: dreamy, nostalgic, wistful, bittersweet, hazy, reverie, emotional
      feel 0 0.4 0.2 1.06 0: energetic, powerful, driving, pumping, intense, hard, heavy, massive, huge, banger, energy, loud
      feel 0 0.2 0 1 0.15: epic, grand, majestic, dramatic, heroic
      feel 0 0.3 0.1 1.2 0: fast, quick, rapid, uptempo, up-tempo, schnell, rapide, rapido, hectic, frantic, speedy
      feel 0 -0.2 0 0.78 0: slow, slowly, langsam, lent, lento, downbeat
      feel 0 0 0 1 0.4: reverb, spacious, cathedral, church, hall, vast, wide, echo, echoes, cavernous, ethereal
      feel 0 0 0 1 -0.6: dry, close, intimate
      feel 0 0.1 0.4 1 0: crisp, shiny, sparkling, glittering, crystal, airy
      feel 0 -0.1 -0.5 1 0: muffled, muted, dull, underwater, foggy
      feel 0 -0.3 -0.1 1 0: minimal, sparse, minimalist, simple, subtle
      """;

  private static final Phrasebook<Meaning> PHRASES = new Phrasebook<>(WORDS.lines().flatMap(Lexicon::entries).toList());

  private Lexicon() {}

  static Phrasebook<Meaning> phrases() {
    return PHRASES;
  }

  private static Stream<Entry<Meaning>> entries(String line) {
    int colon = line.indexOf(": ");
    Meaning meaning = meaning(line.substring(0, colon).split(" ", -1));
    return Arrays.stream(line.substring(colon + 2).split(", ", -1)).map(phrase -> new Entry<>(phrase, meaning));
  }

  private static Meaning meaning(String[] head) {
    return switch (head[0]) {
      case "genre" -> new Meaning.Play(Genre.valueOf(head[1]), true);
      case "hint" -> new Meaning.Play(Genre.valueOf(head[1]), false);
      case "play" -> new Meaning.Feature(Instrument.valueOf(head[1]), true);
      case "any" -> new Meaning.Feature(Instrument.valueOf(head[1]), false);
      case "seat" -> new Meaning.Seat(Part.valueOf(head[1]));
      case "empty" -> new Meaning.Empty(Part.valueOf(head[1]));
      case "alone" -> new Meaning.Alone();
      case "solo" -> new Meaning.Solo();
      case "texture" -> new Meaning.Surround(Texture.valueOf(head[1]));
      case "scale" -> new Meaning.Scale(Mode.valueOf(head[1]));
      case "speed" -> new Meaning.Speed(Integer.parseInt(head[1]));
      case "feel" -> new Meaning.Feel(Double.parseDouble(head[1]), Double.parseDouble(head[2]),
          Double.parseDouble(head[3]), Double.parseDouble(head[4]), Double.parseDouble(head[5]));
      default -> throw new IllegalStateException("the lexicon has an unknown kind: " + head[0]);
    };
  }
}
