import { ServerCredentials, type Server } from "@grpc/grpc-js";

/** What lifts gRPC's limits on the size of a message: the state of a large stack exceeds the default of 4 MiB. */
export const NO_SIZE_LIMIT = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/** Binds a server to a free local port and gives the port. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}
