package dev.foley.config;

import dev.foley.discord.DiscordSettings;
import dev.foley.generation.GenerationSettings;
import dev.foley.ops.OpsSettings;
import dev.foley.provider.FetchSettings;
import dev.foley.provider.aimlapi.AimlApiSettings;
import dev.foley.store.StoreSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What each package declared that it needs, filled.
 *
 * @param data directory that is Foley's to write; database and spool lie in it unless they were put elsewhere
 * @param aimlApi empty without a key: the service is not offered then
 */
public record FoleySettings(Path data, DiscordSettings discord, Optional<AimlApiSettings> aimlApi,
    GenerationSettings generation, StoreSettings store, FetchSettings results, OpsSettings ops) {}
