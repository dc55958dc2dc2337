/**
 * The language's services: parser, scopes, linker. Building them does no I/O and is synchronous.
 */
import type { LangiumCoreServices, LangiumSharedCoreServices, Module, PartialLangiumCoreServices } from 'langium';
import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject } from 'langium';
import { GroupRulesGeneratedModule, GroupRulesGeneratedSharedModule } from './generated/module.ts';
import { GroupScopeProvider } from './linking/scope-provider.ts';
import { GroupLexer, GroupTokenBuilder } from './parser/lexer.ts';
import { createGroupParser, GroupParserErrors } from './parser/parser.ts';
import { GroupValueConverter } from './parser/values.ts';

export interface GroupServices {
  shared: LangiumSharedCoreServices;
  group: LangiumCoreServices;
}

/** Our replacements for Langium's services. The language server builds on the same module. */
const GroupModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    TokenBuilder: () => new GroupTokenBuilder(),
    Lexer: () => new GroupLexer(),
    LangiumParser: (services) => createGroupParser(services),
    ParserErrorMessageProvider: () => new GroupParserErrors(),
    ValueConverter: () => new GroupValueConverter(),
  },
  references: {
    ScopeProvider: (services) => new GroupScopeProvider(services),
  },
};

export function createGroupServices(): GroupServices {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), GroupRulesGeneratedSharedModule);
  const group = inject(createDefaultCoreModule({ shared }), GroupRulesGeneratedModule, GroupModule);
  shared.ServiceRegistry.register(group);
  return { shared, group };
}
