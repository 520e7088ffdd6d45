import type { handleUnaryCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { accountOf, type Account } from "./account";
import { checked, missing } from "./check";
import { created, planned } from "./compute";
import { difference } from "./diff";
import { isProperties, type Properties } from "./json";
import { lookUp } from "./look-ups";
import { sdkVersion } from "./type-knowledge";
import { urnStack, urnToken } from "./urn";

function properties(struct: Struct | undefined): Properties {
  const value: unknown = struct?.toJavaScript();
  return isProperties(value) ? value : {};
}

function struct(value: Properties): Struct {
  return Struct.fromJavaScript({ ...value });
}

/** A handler that answers at once; what it throws becomes the call's error. */
function answer<Request, Response>(handle: (request: Request) => Response): handleUnaryCall<Request, Response> {
  return ({ request }, done) => {
    try {
      done(null, handle(request));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };
}

function check(request: rpc.CheckRequest, account: Account): rpc.CheckResponse {
  const news = properties(request.getNews());
  const failures = missing(request.getUrn(), news).map(({ property, reason }) =>
    new rpc.CheckFailure().setProperty(property).setReason(reason),
  );
  const seed = Buffer.from(request.getRandomseed()).toString("hex");
  const inputs = checked(request.getUrn(), news, properties(request.getOlds()), account, seed);
  return new rpc.CheckResponse().setInputs(struct(inputs)).setFailuresList(failures);
}

function diff(request: rpc.DiffRequest): rpc.DiffResponse {
  const olds = properties(request.getOldInputs());
  const token = urnToken(request.getUrn());
  const { changed, replaces } = difference(token, olds, properties(request.getNews()), request.getIgnorechangesList());
  const { DIFF_NONE, DIFF_SOME } = rpc.DiffResponse.DiffChanges;
  return new rpc.DiffResponse()
    .setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList([...changed])
    .setReplacesList([...replaces]);
}

function create(request: rpc.CreateRequest, account: Account): rpc.CreateResponse {
  const inputs = properties(request.getProperties());
  if (request.getPreview())
    return new rpc.CreateResponse().setProperties(struct(planned(request.getUrn(), inputs, account)));
  const { id, outputs } = created(request.getUrn(), inputs, account);
  return new rpc.CreateResponse().setId(id).setProperties(struct(outputs));
}

function update(request: rpc.UpdateRequest, account: Account): rpc.UpdateResponse {
  const olds = properties(request.getOlds());
  const inputs = properties(request.getNews());
  const gone = Object.keys(properties(request.getOldInputs())).filter((name) => !Object.hasOwn(inputs, name));
  const kept = Object.fromEntries(Object.entries(olds).filter(([name]) => !gone.includes(name)));
  const { outputs } = created(request.getUrn(), inputs, account);
  const own = Object.fromEntries(Object.entries(outputs).filter(([name]) => Object.hasOwn(inputs, name)));
  const tags = Object.hasOwn(outputs, "tagsAll") ? { tagsAll: outputs.tagsAll ?? {} } : {};
  return new rpc.UpdateResponse().setProperties(struct({ ...outputs, ...kept, ...own, ...tags }));
}

/** A refresh finds what was left; a look-up by id finds a resource that has no more than its id. */
function read(request: rpc.ReadRequest, account: Account): rpc.ReadResponse {
  const state = properties(request.getProperties());
  const isKnown = Object.keys(state).length > 0;
  const { outputs } = created(request.getUrn(), { name: request.getId() }, account);
  return new rpc.ReadResponse()
    .setId(request.getId())
    .setInputs(request.getInputs() ?? new Struct())
    .setProperties(struct(isKnown ? state : outputs));
}

/** The provider: one configured instance a process, as the engine starts them. */
export function awsProvider(): UntypedServiceImplementation {
  let account = accountOf({}, "");
  return {
    checkConfig: answer((request: rpc.CheckRequest) => new rpc.CheckResponse().setInputs(request.getNews())),
    diffConfig: answer(() => new rpc.DiffResponse().setChanges(rpc.DiffResponse.DiffChanges.DIFF_NONE)),
    configure: answer((request: rpc.ConfigureRequest) => {
      account = accountOf(properties(request.getArgs()), urnStack(request.getUrn() ?? ""));
      return new rpc.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),
    getPluginInfo: answer(() => new PluginInfo().setVersion(sdkVersion())),
    check: answer((request: rpc.CheckRequest) => check(request, account)),
    diff: answer(diff),
    create: answer((request: rpc.CreateRequest) => create(request, account)),
    update: answer((request: rpc.UpdateRequest) => update(request, account)),
    read: answer((request: rpc.ReadRequest) => read(request, account)),
    delete: answer(() => new Empty()),
    invoke: answer((request: rpc.InvokeRequest) =>
      new rpc.InvokeResponse().setReturn(struct(lookUp(request.getTok(), properties(request.getArgs()), account))),
    ),
    cancel: answer(() => new Empty()),
  };
}
