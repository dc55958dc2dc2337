/**
 * Two native parts of VS Code's server rewritten in plain JavaScript with the same exports, so that no compiler is needed.
 * Both are CommonJS sources that replace modules of the installed server.
 */

/** Replaces `@vscode/spdlog`: log files without rotation. Output channels are log files, too. */
export function plainLogger(): string {
  return `const fs = require('fs');
const path = require('path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.appendFileSync(file, '');
  }
  write(level, message) {
    if (level < this.level || level >= LEVELS.length) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, 23);
    const line = this.raw ? message : time + ' [' + LEVELS[level] + '] ' + message + '\\n';
    // A log file that vanished with its profile is no reason to end the server.
    try { fs.appendFileSync(this.file, line); } catch {}
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger('rotating_async', name, file);
`;
}

/** Replaces `@vscode/native-watchdog`: ends the process when its parent is gone. */
export function plainWatchdog(): string {
  return `exports.start = (parent) => {
  setInterval(() => {
    try { process.kill(parent, 0); } catch { process.exit(87); }
  }, 1000).unref();
};
exports.exit = (code) => process.exit(code || 0);
`;
}
