-- Drives `steward lsp` from Neovim's own client and writes what it got as JSON.
-- vim.g.steward_server: the command; vim.g.steward_file: the file to edit; vim.g.steward_output: where the answers go.
local file = vim.g.steward_file
vim.cmd('edit ' .. vim.fn.fnameescape(file))
local buffer = vim.api.nvim_get_current_buf()
local root = vim.fn.fnamemodify(file, ':h')
local client_id = vim.lsp.start_client({ name = 'steward', cmd = vim.g.steward_server, root_dir = root })
vim.lsp.buf_attach_client(buffer, client_id)

local WAIT = 60000
local answers = {}

local function wait_for(what, ready)
  if not vim.wait(WAIT, ready, 20) then
    error('waited in vain for ' .. what)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

local function at(line, column)
  return {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = line, character = column },
  }
end

local function ask(method, params)
  local results, problem = vim.lsp.buf_request_sync(buffer, method, params, WAIT)
  if problem then error(method .. ': ' .. problem) end
  local answer = results[client_id]
  if answer == nil then error(method .. ': no answer') end
  if answer.error then error(method .. ': ' .. answer.error.message) end
  return answer.result
end

local function run()
  wait_for('the client', function() return vim.lsp.get_client_by_id(client_id) ~= nil end)
  wait_for('a diagnostic', function() return #vim.diagnostic.get(buffer) > 0 end)
  answers.diagnostics = {}
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(answers.diagnostics, { line = found.lnum, message = found.message, source = found.source })
  end

  -- Line 2: `  tier Core { when mesages in 7d >= 3 }`; the user completes the name that is misspelt.
  local start = string.find(vim.api.nvim_buf_get_lines(buffer, 2, 3, false)[1], 'mesages') - 1
  vim.api.nvim_buf_set_text(buffer, 2, start, 2, start + 7, { 'mess' })
  local list = ask('textDocument/completion', at(2, start + 4))
  answers.completion = {}
  for _, item in ipairs(list.items) do table.insert(answers.completion, item.label) end
  vim.api.nvim_buf_set_text(buffer, 2, start, 2, start + 4, { 'messages' })
  wait_for('the diagnostic to go', function()
    for _, found in ipairs(vim.diagnostic.get(buffer)) do
      if found.message:find('mesages') or found.message:find('`mess`') then return false end
    end
    return true
  end)

  answers.hover = ask('textDocument/hover', at(2, start + 2)).contents.value

  local rename = at(0, 8)
  rename.newName = 'Shared'
  vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', rename), 'utf-16')
  answers.renamed = text()

  local options = at(0, 0)
  options.options = { tabSize = 2, insertSpaces = true }
  vim.lsp.util.apply_text_edits(ask('textDocument/formatting', options), buffer, 'utf-16')
  answers.formatted = text()

  -- A client that knows none of our messages: a command, then hints at the ends of lines, and hovers.
  local simulated = ask('workspace/executeCommand', {
    command = 'steward.simulate',
    arguments = { vim.uri_from_bufnr(buffer), 'G', { kind = 'generated', days = 20 } },
  })
  answers.simulated = simulated.state
  local last = vim.api.nvim_buf_line_count(buffer)
  answers.hints = {}
  for _, hint in ipairs(ask('textDocument/inlayHint', {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = { start = { line = 0, character = 0 }, ['end'] = { line = last, character = 0 } },
  })) do
    table.insert(answers.hints, { line = hint.position.line, label = hint.label })
  end
  answers.simulatedHover = ask('textDocument/hover', at(2, 8)).contents.value
end

local ok, problem = pcall(run)
if not ok then answers.problem = tostring(problem) end
local output = assert(io.open(vim.g.steward_output, 'w'))
output:write(vim.fn.json_encode(answers))
output:close()
vim.lsp.stop_client(client_id)
vim.cmd('qall!')
