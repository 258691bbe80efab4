package dev.foley.playground.services.elevenlabs;

import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.Sound;

/**
 * What a request has been found to ask for.
 *
 * @param sound with a seed in any case
 * @param seeded whether the seed is the request's own, so that the same words give the same sound
 * @param contentType that the documents name for the endpoint, whatever the format is
 * @param song whether the answer names a song
 */
record ElevenOrder(Sound sound, boolean seeded, AudioCoding coding, String contentType, long credits, ElevenGroup group,
    JobTimes times, boolean song) {}
