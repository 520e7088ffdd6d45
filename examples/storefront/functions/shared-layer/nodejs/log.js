/** One line of JSON a message. */
exports.log = (level, message, fields = {}) => console.log(JSON.stringify({ level, message, ...fields }));
