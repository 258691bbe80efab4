package dev.foley.discord.reply;

import dev.foley.generation.ChannelId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * A channel of a server that this session's shard does not see. JDA knows nothing of it, while Discord's API takes a message to it from
 * any instance; so it is reached by its id, by the requests that JDA would make. What the bot may do there Discord says, not a cache.
 */
record RemoteChannel(JDA jda, ChannelId id) implements BotChannel {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  @Override
  public boolean takesVoice() {
    return true;
  }

  @Override
  public RestAction<Long> post(MessageCreateData message, String nonce) {
    DataObject data = message.toData().put("nonce", nonce).put("enforce_nonce", true);
    return request(Route.Messages.SEND_MESSAGE.compile(id.toString()), body(message.getAllDistinctFiles(), data),
        response -> response.getObject().getUnsignedLong("id"));
  }

  @Override
  public RestAction<Long> edit(long message, MessageEditData edit) {
    return request(Route.Messages.EDIT_MESSAGE.compile(id.toString(), Long.toUnsignedString(message)),
        body(edit.getFiles(), edit.toData()), response -> response.getObject().getUnsignedLong("id"));
  }

  @Override
  public RestAction<List<OwnMessage>> latest(int most) {
    return own(Route.Messages.GET_MESSAGE_HISTORY.compile(id.toString()).withQueryParams("limit",
        Integer.toString(most)));
  }

  @Override
  public RestAction<List<OwnMessage>> after(long message, int most) {
    return own(Route.Messages.GET_MESSAGE_HISTORY.compile(id.toString()).withQueryParams("limit",
        Integer.toString(most), "after", Long.toUnsignedString(message)));
  }

  private RestAction<List<OwnMessage>> own(Route.CompiledRoute route) {
    String self = jda.getSelfUser().getId();
    return new RestActionImpl<>(jda, route,
        (response, _) -> response.getArray().stream(DataArray::getObject)
            .filter(message -> message.getObject("author").getString("id").equals(self)).map(this::read).toList());
  }

  private <T> RestAction<T> request(Route.CompiledRoute route, RequestBody body, Function<Response, T> reader) {
    return new RestActionImpl<>(jda, route, body, (response, _) -> reader.apply(response));
  }

  private static RequestBody body(Collection<? extends AttachedFile> files, DataObject data) {
    return files.isEmpty()
        ? RequestBody.create(data.toJson(), JSON)
        : AttachedFile.createMultipartBody(files, data).build();
  }

  private OwnMessage read(DataObject message) {
    String footer = list(message, "embeds").stream(DataArray::getObject).findFirst()
        .flatMap(embed -> embed.optObject("footer")).map(words -> words.getString("text", "")).orElse("");
    Set<String> customIds = new LinkedHashSet<>();
    collectCustomIds(list(message, "components"), customIds);
    Set<String> files = new LinkedHashSet<>();
    list(message, "attachments").stream(DataArray::getObject).forEach(file -> files.add(file.getString("filename")));
    return new OwnMessage(message.getUnsignedLong("id"), id, message.getString("content", ""), footer, customIds,
        files);
  }

  private static void collectCustomIds(DataArray components, Set<String> into) {
    components.stream(DataArray::getObject).forEach(component -> {
      String customId = component.getString("custom_id", "");
      if (!customId.isEmpty()) {
        into.add(customId);
      }
      collectCustomIds(list(component, "components"), into);
    });
  }

  private static DataArray list(DataObject of, String name) {
    return of.optArray(name).orElseGet(DataArray::empty);
  }
}
